package org.zhibao.account;

import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Signs a person in against the credential store; demo accounts and the demo password count only with demo data. */
@Component
class SignInProvider implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(SignInProvider.class);
    private static final Pattern USER_ID = Pattern.compile("[a-zA-Z0-9-]{1,64}");

    private final Accounts accounts;
    private final CredentialStore credentials;
    private final Passwords passwords;
    private final SignInGuard guard;
    private final SignInQueue queue;
    private final SignInAudit audit;
    private final DemoMode demo;
    private final EntryGate gate;

    SignInProvider(Accounts accounts, CredentialStore credentials, Passwords passwords, SignInGuard guard,
                   SignInQueue queue, SignInAudit audit, DemoMode demo, EntryGate gate) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.guard = guard;
        this.queue = queue;
        this.audit = audit;
        this.demo = demo;
        this.gate = gate;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        String userId = authentication.getName();
        String password = String.valueOf(authentication.getCredentials());
        String address = address(authentication);
        if (!USER_ID.matcher(userId).matches()) {
            throw new BadCredentialsException("no user name");
        }
        if (guard.locked(userId, address)) {
            throw new LockedException("too many wrong passwords");
        }
        boolean matches = queue.check(address, () -> credentials.matches(userId, password));
        Actor actor = matches ? accounts.actor(userId).orElse(null) : null;
        if (actor == null || demoOutsideDemo(userId, password)) {
            LOG.info("sign-in refused: wrong user name or password of {} from {}", userId, address);
            boolean locked = guard.failed(userId, address);
            audit.refused(userId, address, locked);
            if (locked) {
                throw new LockedException("too many wrong passwords");
            }
            throw new BadCredentialsException("unknown user or wrong password");
        }
        requireWayIn(actor);
        guard.succeeded(userId, address);
        List<SimpleGrantedAuthority> authorities = List.of(new SimpleGrantedAuthority("ROLE_" + authority(actor)));
        SignedIn signedIn = new SignedIn(actor, passwords.standing(userId).passwordSetAt());
        return UsernamePasswordAuthenticationToken.authenticated(signedIn, null, authorities);
    }

    /** After the password, so that a stranger does not learn whose account needs a certificate. */
    private void requireWayIn(Actor actor) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call) {
            gate.problem(actor, call.getRequest()).ifPresent(problem -> {
                throw new EntryRefused(problem);
            });
        }
    }

    private static String authority(Actor actor) {
        return actor.role() == Role.ADMIN && !actor.administersPlatform() ? "AREA_ADMIN" : actor.role().name();
    }

    private static String address(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails details
                && details.getRemoteAddress() != null ? details.getRemoteAddress() : "";
    }

    private boolean demoOutsideDemo(String userId, String password) {
        return !demo.on() && (DemoMode.PASSWORD.equals(password) || accounts.isDemo(userId));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
