package org.zhibao.account;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.audit.AuditTrail;
import org.zhibao.audit.AuditTrail.Deed;
import org.zhibao.audit.AuditTrail.Who;

/** Leaves one audit row for each sign-in at the sign-in page, each wrong password and each sign-out. */
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

    @EventListener
    @Transactional
    public void signedOut(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn signedIn) {
            audit.record(signedIn.actor().who(), "SIGN_OUT", "account/" + signedIn.getName(), "");
        }
    }

    /** A wrong password; what is tried while the user is locked out already adds nothing. */
    @Transactional
    public void refused(String userId, String address, boolean lockedNow) {
        Who who = accounts.findById(userId).map(account -> account.actor().who()).orElse(new Who(userId, "", "", ""));
        audit.refused(who, address, new Deed("SIGN_IN", "account/" + userId,
                lockedNow ? "wrong user name or password, locked out now" : "wrong user name or password"));
    }
}
