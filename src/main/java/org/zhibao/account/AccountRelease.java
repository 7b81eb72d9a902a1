package org.zhibao.account;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;

/**
 * 三员分立: what a system administrator does to an account of one of the three administrators takes effect when another
 * kind of administrator has released it (GB/T 22239-2019, level 3).
 */
@Service
@Transactional
public class AccountRelease {

    private final AccountRepository accounts;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    AccountRelease(AccountRepository accounts, AuditTrail audit, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
    }

    /** Whether the actor may release accounts of this role: security administrators all but their own kind's. */
    static boolean releases(Actor actor, Role role) {
        return switch (actor.role()) {
            case SECURITY -> role == Role.ADMIN || role == Role.AUDITOR;
            case AUDITOR -> role == Role.SECURITY && actor.area().endsWith("0000");
            default -> false;
        };
    }

    /** Lets an account work that waits for it, or, {@code accepted} being false, leaves it out of use. */
    public void decide(String userId, boolean accepted, Actor actor) {
        AccountRights.listed(actor);
        Account account = accounts.findById(userId).orElseThrow(() -> Refusal.notFound("account.unknown", userId));
        if (!releases(actor, account.actor().role())) {
            throw Refusal.forbidden("account.release.not-yours");
        }
        if (!account.awaitingRelease()) {
            throw Refusal.conflict("account.release.not-waiting", userId);
        }
        account.release(accepted);
        audit.record(actor.who(), accepted ? "RELEASE_ACCOUNT" : "REFUSE_ACCOUNT", "account/" + userId,
                account.actor().role() + " " + account.actor().name());
        if (!accepted) {
            events.publishEvent(new AccountDisabled(userId, "not-released", actor));
        }
    }
}
