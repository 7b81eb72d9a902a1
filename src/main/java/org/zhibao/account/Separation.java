package org.zhibao.account;

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
                && accounts.findByRoleAndEnabledTrueOrderByUserId(leaving.role()).stream()
                .filter(other -> other.works() && (demo.on() || !other.demo())).map(Account::actor)
                .noneMatch(other -> other.area().endsWith("0000") && !other.userId().equals(leaving.userId()));
        if (last) {
            throw Refusal.conflict("account.last-of-kind", leaving.userId());
        }
    }
}
