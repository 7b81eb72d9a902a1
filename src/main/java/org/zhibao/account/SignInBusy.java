package org.zhibao.account;

import org.springframework.security.core.AuthenticationException;

/** Too many people sign in from one address at this moment; nobody is locked out, the next try may succeed. */
public class SignInBusy extends AuthenticationException {

    SignInBusy() {
        super("too many sign-ins at once");
    }
}
