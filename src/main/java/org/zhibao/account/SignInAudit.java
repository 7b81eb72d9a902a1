package org.zhibao.account;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.audit.AuditTrail;

/** Leaves one audit row for each sign-in at the sign-in page. */
@Component
class SignInAudit {

    private final AuditTrail audit;

    private final AccountRepository accounts;
    private final Clock clock;

    SignInAudit(AuditTrail audit, AccountRepository accounts, Clock clock) {
        this.audit = audit;
        this.accounts = accounts;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn signedIn) {
            audit.record(signedIn.actor().who(), "SIGN_IN", "account/" + signedIn.getName(), "");
            accounts.findById(signedIn.getName()).ifPresent(account -> account.signedIn(clock.instant()));
        }
    }
}
