package org.zhibao.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Texts;

/** Keeps the accounts of an area: initial passwords, locks, accounts that are out of use (W18, W19, W23). */
@Service
@Transactional
public class AccountAdministration {

    static final int SHORTEST_REASON = 4;
    static final int LONGEST_REASON = 200;

    private final AccountRepository accounts;
    private final AccountLists lists;
    private final Passwords passwords;
    private final SignInGuard guard;
    private final Separation separation;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    AccountAdministration(AccountRepository accounts, AccountLists lists, Passwords passwords, SignInGuard guard,
                          Separation separation, Sessions sessions, AuditTrail audit,
                          ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.lists = lists;
        this.passwords = passwords;
        this.guard = guard;
        this.separation = separation;
        this.sessions = sessions;
        this.audit = audit;
        this.events = events;
    }

    /** The roles whose accounts an actor finds; refused with 403 if it has no business with accounts. */
    public Set<Role> listed(Actor actor) {
        return AccountRights.listed(actor);
    }

    /** The roles whose accounts an actor makes, changes and takes back into use. */
    public Set<Role> kept(Actor actor) {
        return AccountRights.kept(actor);
    }

    /** The roles whose accounts an actor takes out of use. */
    public Set<Role> stopped(Actor actor) {
        return AccountRights.stopped(actor);
    }

    /** The roles whose accounts an actor releases. */
    public Set<Role> released(Actor actor) {
        return Arrays.stream(Role.values()).filter(role -> AccountRelease.releases(actor, role)).collect(Collectors.toSet());
    }

    /** The roles whose passwords an actor resets and whose locks it lifts. */
    public Set<Role> helped(Actor actor) {
        return AccountRights.helped(actor);
    }

    /** The accounts of a query that lie in the actor's area and are its concern. */
    @Transactional(readOnly = true)
    public AccountPage page(AccountQuery query, Actor actor) {
        return lists.page(query, AccountRights.listed(actor), actor.area());
    }

    /**
     * Gives an account an initial password, lifts its locks and ends its sessions. That of one of the three administrators
     * works again when it has been released.
     */
    public Slip reset(String userId, Actor actor) {
        Account account = require(userId, AccountRights.helped(actor), actor);
        if (userId.equals(actor.userId())) {
            throw Refusal.conflict("account.own-reset");
        }
        if (Separation.concerns(account.actor())) {
            separation.requireSomebodyToRelease(account.actor());
            account.askRelease();
        }
        guard.unlock(userId);
        sessions.end(userId);
        Slip slip = new Slip(userId, account.actor().name(), passwords.issue(account));
        audit.record(actor.who(), "RESET_PASSWORD", "account/" + userId, "");
        return slip;
    }

    /**
     * Gives initial passwords to the next accounts of enterprises in the query that nobody has signed in with: as many as
     * one page holds. Those issued before are replaced.
     */
    public List<Slip> issue(AccountQuery query, Actor actor) {
        AccountRights.requireIssuer(actor);
        AccountQuery unused = new AccountQuery(Role.ENTERPRISE, query.area(), query.text(), true, query.after());
        List<Slip> slips = new ArrayList<>();
        for (AccountSummary found : lists.page(unused, EnumSet.of(Role.ENTERPRISE), actor.area()).accounts()) {
            Account account = accounts.findById(found.userId()).orElseThrow();
            slips.add(new Slip(found.userId(), found.name(), passwords.issue(account)));
        }
        if (slips.isEmpty()) {
            throw Refusal.conflict("account.none-to-issue");
        }
        audit.record(actor.who(), "ISSUE_PASSWORDS", "accounts/" + actor.area(), slips.size() + ": "
                + slips.stream().map(Slip::userId).collect(Collectors.joining(", ")));
        return slips;
    }

    /**
     * Takes an account out of use, or back into it; its sessions end at once, on every node. One of the three administrators
     * comes back when it has been released, and the last one of its kind stays.
     */
    public void enable(String userId, boolean on, String reason, Actor actor) {
        Account account = require(userId, on ? AccountRights.kept(actor) : AccountRights.stopped(actor), actor);
        if (userId.equals(actor.userId())) {
            throw Refusal.conflict("account.own");
        }
        String why = Texts.line("reason", reason, SHORTEST_REASON, LONGEST_REASON, "account.reason");
        if (account.enabled() == on) {
            throw Refusal.conflict(on ? "account.enabled-already" : "account.disabled-already", userId);
        }
        if (!on) {
            separation.requireAnotherOfItsKind(account);
        } else if (Separation.concerns(account.actor())) {
            separation.requireAnotherPerson(account.actor());
            account.askRelease();
        }
        account.enable(on);
        sessions.end(userId);
        audit.record(actor.who(), new AuditTrail.Deed(on ? "ENABLE_ACCOUNT" : "DISABLE_ACCOUNT", "account/" + userId,
                on ? "disabled" : "enabled", on ? "enabled" : "disabled", why));
        if (!on) {
            events.publishEvent(new AccountDisabled(userId, why, actor));
        }
    }

    /** Lets an account sign in again that wrong passwords have locked. */
    public void unlock(String userId, Actor actor) {
        require(userId, AccountRights.helped(actor), actor);
        guard.unlock(userId);
        audit.record(actor.who(), "UNLOCK_ACCOUNT", "account/" + userId, "");
    }

    private Account require(String userId, Set<Role> roles, Actor actor) {
        AccountRights.listed(actor);
        Account account = accounts.findById(userId).orElseThrow(() -> Refusal.notFound("account.unknown", userId));
        AccountRights.require(roles, account.actor(), actor);
        return account;
    }
}
