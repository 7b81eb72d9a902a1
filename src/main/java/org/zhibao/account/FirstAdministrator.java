package org.zhibao.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Creates the first administrator of an installation that has none: with the password of the settings, or with one made
 * up here and printed once. No account is built in.
 */
@Component
@Order(40)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final int SECRET_BYTES = 15;

    private final Accounts accounts;
    private final AccountSettings settings;
    private final DemoMode demo;

    FirstAdministrator(Accounts accounts, AccountSettings settings, DemoMode demo) {
        this.accounts = accounts;
        this.settings = settings;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (accounts.anyAdministrator(demo.on())) {
            return;
        }
        String userId = settings.username();
        String given = settings.password();
        if (DemoMode.PASSWORD.equals(given)) {
            throw new IllegalStateException("zhibao.admin.password is the demo password; choose another one");
        }
        if (accounts.exists(userId)) {
            throw new IllegalStateException("zhibao.admin.username '" + userId
                    + "' is an account of demo data, which is switched off; choose another one");
        }
        String password = given.isEmpty() ? madeUp() : given;
        accounts.create(List.of(new Actor(userId, "系统管理员", Role.ADMIN, "430000", null)), password, false,
                given.isEmpty());
        if (given.isEmpty()) {
            LOG.warn("First administrator created: user '{}', one-time printed password '{}'", userId, password);
        } else {
            LOG.info("First administrator '{}' created with the password of the settings", userId);
        }
    }

    private static String madeUp() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().encodeToString(secret);
    }
}
