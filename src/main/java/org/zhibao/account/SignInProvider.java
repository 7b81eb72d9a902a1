package org.zhibao.account;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Signs a person in against the credential store; demo accounts and the demo password count only with demo data. */
@Component
class SignInProvider implements AuthenticationProvider {

    private static final Pattern USER_ID = Pattern.compile("[a-zA-Z0-9-]{1,64}");

    private final Accounts accounts;
    private final CredentialStore credentials;
    private final DemoMode demo;

    SignInProvider(Accounts accounts, CredentialStore credentials, DemoMode demo) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.demo = demo;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        String userId = authentication.getName();
        String password = String.valueOf(authentication.getCredentials());
        boolean matches = USER_ID.matcher(userId).matches() && credentials.matches(userId, password);
        Actor actor = matches ? accounts.actor(userId).orElse(null) : null;
        if (actor == null || demoOutsideDemo(userId, password)) {
            throw new BadCredentialsException("unknown user or wrong password");
        }
        List<SimpleGrantedAuthority> authorities = List.of(new SimpleGrantedAuthority("ROLE_" + actor.role().name()));
        return UsernamePasswordAuthenticationToken.authenticated(new SignedIn(actor), null, authorities);
    }

    private boolean demoOutsideDemo(String userId, String password) {
        return !demo.on() && (DemoMode.PASSWORD.equals(password) || accounts.isDemo(userId));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
