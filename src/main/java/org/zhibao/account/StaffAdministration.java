package org.zhibao.account;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;

/** Makes and changes the accounts of people within the keeper's own area; those of enterprises follow the roster. */
@Service
@Transactional
public class StaffAdministration {

    /** An area an account may be for. */
    public record Area(String code, String name) {
    }

    private static final Set<Role> OF_CITIES = EnumSet.of(Role.CITY, Role.ADMIN, Role.AUDITOR, Role.SUPPORT);

    private final AccountRepository accounts;
    private final Accounts creation;
    private final Passwords passwords;
    private final CredentialStore credentials;
    private final Separation separation;
    private final Sessions sessions;
    private final JdbcClient database;
    private final AuditTrail audit;

    StaffAdministration(AccountRepository accounts, Accounts creation, Passwords passwords, CredentialStore credentials,
                        Separation separation, Sessions sessions, JdbcClient database, AuditTrail audit) {
        this.accounts = accounts;
        this.creation = creation;
        this.passwords = passwords;
        this.credentials = credentials;
        this.separation = separation;
        this.sessions = sessions;
        this.database = database;
        this.audit = audit;
    }

    /** The roles an actor makes accounts of; refused with 403 if none. */
    public Set<Role> roles(Actor actor) {
        Set<Role> kept = AccountRights.kept(actor);
        if (kept.isEmpty()) {
            throw Refusal.forbidden("account.administrators-only");
        }
        kept.remove(Role.ENTERPRISE);
        return kept;
    }

    /** The areas within the actor's own, of today. */
    @Transactional(readOnly = true)
    public List<Area> areas(Actor actor) {
        return database.sql("select code, name from region where valid_to is null and code like :own order by code")
                .param("own", AccountLists.below(actor.area()))
                .query((row, n) -> new Area(row.getString("code"), row.getString("name"))).list();
    }

    /** The account as it is now, to be changed; refused with 409 if it stays what it is. */
    @Transactional(readOnly = true)
    public Actor staff(String userId, Actor actor) {
        Actor now = require(userId, actor).actor();
        if (Separation.staysWhatItIs(now)) {
            throw Refusal.conflict("account.stays-what-it-is");
        }
        return now;
    }

    /** Those of some accounts, by their user ids, that an actor gives another name, role or area. */
    @Transactional(readOnly = true)
    public Set<String> changeable(Collection<String> userIds, Actor actor) {
        Set<Role> kept = AccountRights.kept(actor);
        return accounts.findAllById(userIds).stream().map(Account::actor)
                .filter(account -> kept.contains(account.role()) && !Separation.staysWhatItIs(account)
                        && !account.userId().equals(actor.userId()))
                .map(Actor::userId).collect(Collectors.toSet());
    }

    /** Makes an account with an initial password; that of one of the three administrators waits for its release. */
    public Slip create(StaffAccount wanted, Actor actor) {
        requireFits(wanted, actor);
        if (accounts.existsById(wanted.userId())) {
            throw Refusal.field("userId", "account.user-id-taken", wanted.userId());
        }
        separation.requireAnotherPerson(wanted.actor());
        creation.createToBeIssued(wanted.actor());
        Account account = accounts.findById(wanted.userId()).orElseThrow();
        if (Separation.concerns(wanted.actor())) {
            account.askRelease();
        }
        Slip slip = new Slip(wanted.userId(), wanted.name(), passwords.issue(account));
        audit.record(actor.who(), "CREATE_ACCOUNT", "account/" + wanted.userId(), told(wanted.actor()));
        return slip;
    }

    /** Gives an account another name, role or area; its sessions end at once. Administrators stay what they are. */
    public void change(StaffAccount wanted, Actor actor) {
        Account account = require(wanted.userId(), actor);
        Actor before = account.actor();
        if (Separation.staysWhatItIs(before) || Separation.concerns(wanted.actor())) {
            throw Refusal.conflict("account.stays-what-it-is");
        }
        if (wanted.userId().equals(actor.userId())) {
            throw Refusal.conflict("account.own-role");
        }
        requireFits(wanted, actor);
        Actor now = wanted.actor();
        if (now.equals(before)) {
            return;
        }
        account.become(now);
        credentials.regroup(now);
        sessions.end(wanted.userId());
        audit.record(actor.who(), "CHANGE_ACCOUNT", "account/" + wanted.userId(), told(before) + " -> " + told(now));
    }

    private Account require(String userId, Actor actor) {
        roles(actor);
        Account account = accounts.findById(userId).orElseThrow(() -> Refusal.notFound("account.unknown", userId));
        AccountRights.require(AccountRights.kept(actor), account.actor(), actor);
        return account;
    }

    private void requireFits(StaffAccount wanted, Actor actor) {
        if (!roles(actor).contains(wanted.role())) {
            throw Refusal.field("role", "account.bad-role");
        }
        boolean known = database.sql("select count(*) from region where code = :code and valid_to is null")
                .param("code", wanted.area()).query(Long.class).single() > 0;
        if (!known) {
            throw Refusal.field("area", "account.unknown-area");
        }
        if (!wanted.area().startsWith(actor.areaPrefix())) {
            throw Refusal.field("area", "account.area-not-yours");
        }
        boolean province = wanted.area().endsWith("0000");
        boolean county = !wanted.area().endsWith("00");
        boolean fits = switch (wanted.role()) {
            case COUNTY -> county;
            case CITY -> !province && !county;
            case PROVINCE, SECURITY, GROUP -> province;
            default -> OF_CITIES.contains(wanted.role()) && !county;
        };
        if (!fits) {
            throw Refusal.field("area", "account.wrong-level");
        }
    }

    private static String told(Actor account) {
        return account.role() + " " + account.area() + " " + account.name()
                + (account.groupCode() == null ? "" : " " + account.groupCode());
    }
}
