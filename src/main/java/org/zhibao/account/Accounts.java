package org.zhibao.account;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of all persons and programs. */
@Service
public class Accounts {

    private final AccountRepository accounts;
    private final CredentialStore credentials;
    private final Clock clock;

    Accounts(AccountRepository accounts, CredentialStore credentials, Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Creates accounts that share an initial password; those that exist already stay as they are. */
    @Transactional
    public void create(List<Actor> actors, String password, boolean demo) {
        create(actors, password, demo, false);
    }

    /** The same; {@code mustChange}: the password only serves to sign in and choose another one. */
    @Transactional
    public void create(List<Actor> actors, String password, boolean demo, boolean mustChange) {
        List<Actor> missing = actors.stream().filter(a -> !accounts.existsById(a.userId())).toList();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        accounts.saveAll(missing.stream().map(a -> new Account(a, demo, mustChange, now)).toList());
        credentials.create(missing, password);
    }

    /** Creates accounts nobody can sign in with yet: their passwords are drawn when their slips are printed. */
    @Transactional
    void createForUnits(List<Actor> units) {
        create(units, UUID.randomUUID().toString(), false, true);
        accounts.findAllById(units.stream().map(Actor::userId).toList()).forEach(Account::oweSlip);
    }

    /** Creates an account nobody can sign in with before it is given a password. */
    @Transactional
    void createToBeIssued(Actor actor) {
        create(List.of(actor), UUID.randomUUID().toString(), false, true);
    }

    /** The person behind a user id, if the account exists and is enabled. */
    @Transactional(readOnly = true)
    public Optional<Actor> actor(String userId) {
        return accounts.findById(userId).filter(Account::works).map(Account::actor);
    }

    /** What somebody is called who has an account, also one that is disabled by now. */
    @Transactional(readOnly = true)
    public Optional<String> name(String userId) {
        return accounts.findById(userId).map(account -> account.actor().name());
    }

    /** Everyone in a capacity whose account is enabled, ordered by user id. */
    @Transactional(readOnly = true)
    public List<Actor> withRole(Role role) {
        return accounts.findByRoleAndEnabledTrueOrderByUserId(role).stream().map(Account::actor).toList();
    }

    /** The enabled accounts of these units, ordered by user id. */
    @Transactional(readOnly = true)
    public List<Actor> ofUnits(Collection<String> orgCodes) {
        return orgCodes.isEmpty() ? List.of() : accounts.findByOrgCodeInAndEnabledTrueOrderByUserId(orgCodes).stream()
                .map(Account::actor).toList();
    }

    /** Whether there is anybody in a capacity; one of demo data counts only where demo accounts do. */
    @Transactional(readOnly = true)
    public boolean any(Role role, boolean demo) {
        return demo ? accounts.existsByRole(role) : accounts.existsByRoleAndDemo(role, false);
    }

    @Transactional(readOnly = true)
    public boolean exists(String userId) {
        return accounts.existsById(userId);
    }

    boolean isDemo(String userId) {
        return accounts.findById(userId).map(Account::demo).orElse(false);
    }
}
