package org.zhibao.certificate;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.zhibao.account.SignedIn;

/** Binds a session to the certificate with which it is opened. */
@Component
class CertificateSignIn {

    private final CertificateEntryRules rules;

    CertificateSignIn(CertificateEntryRules rules) {
        this.rules = rules;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn signedIn
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call) {
            rules.opens(signedIn.actor(), call.getRequest());
        }
    }
}
