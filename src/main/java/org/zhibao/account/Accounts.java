package org.zhibao.account;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    /** The person behind a user id, if the account exists and is enabled. */
    @Transactional(readOnly = true)
    public Optional<Actor> actor(String userId) {
        return accounts.findById(userId).filter(Account::enabled).map(Account::actor);
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

    /** Whether there is an administrator; one of demo data counts only where demo accounts do. */
    @Transactional(readOnly = true)
    public boolean anyAdministrator(boolean demo) {
        return demo ? accounts.existsByRole(Role.ADMIN) : accounts.existsByRoleAndDemo(Role.ADMIN, false);
    }

    @Transactional(readOnly = true)
    public boolean exists(String userId) {
        return accounts.existsById(userId);
    }

    boolean isDemo(String userId) {
        return accounts.findById(userId).map(Account::demo).orElse(false);
    }
}
