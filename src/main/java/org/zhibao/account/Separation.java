package org.zhibao.account;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhibao.refusal.Refusal;

/** Keeps the three administrators apart: no person is two of them, and none of them dies out. */
@Component
class Separation {

    private final AccountRepository accounts;
    private final DemoMode demo;

    Separation(AccountRepository accounts, DemoMode demo) {
        this.accounts = accounts;
        this.demo = demo;
    }

    /** System, security and audit administrators; an administrator of a city is none, but a manager. */
    static boolean concerns(Actor subject) {
        return subject.role() == Role.SECURITY || subject.role() == Role.AUDITOR || subject.administersPlatform();
    }

    /** Whether an account keeps its name, role and area for good: those of enterprises and of the three administrators. */
    static boolean staysWhatItIs(Actor subject) {
        return subject.role() == Role.ENTERPRISE || concerns(subject);
    }

    /** Refuses to make a person one administrator who is another one already. */
    void requireAnotherPerson(Actor wanted) {
        boolean holds = concerns(wanted) && accounts.findByNameAndEnabledTrue(wanted.name()).stream().map(Account::actor)
                .anyMatch(other -> concerns(other) && other.role() != wanted.role());
        if (holds) {
            throw Refusal.field("name", "account.holds-another", wanted.name());
        }
    }

    /** Refuses to take the last one of its kind out of use. */
    void requireAnotherOfItsKind(Account account) {
        Actor leaving = account.actor();
        boolean last = concerns(leaving) && leaving.area().endsWith("0000")
                && working(leaving.role()).allMatch(other -> other.userId().equals(leaving.userId()));
        if (last) {
            throw Refusal.conflict("account.last-of-kind", leaving.userId());
        }
    }

    /**
     * Refuses to make somebody wait for a release that nobody can give: with the last security administrator and the last
     * auditor both waiting for each other there would be no way back.
     */
    void requireSomebodyToRelease(Actor waiting) {
        if (working(waiting.role() == Role.SECURITY ? Role.AUDITOR : Role.SECURITY).findAny().isEmpty()) {
            throw Refusal.conflict("account.nobody-to-release", waiting.userId());
        }
    }

    /** Those of the province who can sign in. */
    private Stream<Actor> working(Role role) {
        return accounts.findLockedByRoleAndEnabledTrueOrderByUserId(role).stream()
                .filter(account -> account.works() && (demo.on() || !account.demo())).map(Account::actor)
                .filter(actor -> actor.area().endsWith("0000"));
    }
}
