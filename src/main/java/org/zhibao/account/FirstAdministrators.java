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
 * Creates the first system, security and audit administrator of an installation that has none: the system administrator
 * with the password of the settings, the others, and without settings all, with one made up here and printed once, to be
 * handed to three persons. No account is built in.
 */
@Component
@Order(40)
class FirstAdministrators implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrators.class);
    private static final int SECRET_BYTES = 15;
    private static final String PROVINCE = "430000";

    private final Accounts accounts;
    private final AccountSettings settings;
    private final DemoMode demo;

    FirstAdministrators(Accounts accounts, AccountSettings settings, DemoMode demo) {
        this.accounts = accounts;
        this.settings = settings;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!accounts.any(Role.ADMIN, demo.on())) {
            createSystemAdministrator();
        }
        createWithPrintedPassword("security", "安全管理员", Role.SECURITY);
        createWithPrintedPassword("auditor", "审计员", Role.AUDITOR);
    }

    private void createSystemAdministrator() {
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
        accounts.create(List.of(new Actor(userId, "系统管理员", Role.ADMIN, PROVINCE, null)), password, false,
                given.isEmpty());
        if (given.isEmpty()) {
            LOG.warn("First administrator created: user '{}', one-time printed password '{}'", userId, password);
        } else {
            LOG.info("First administrator '{}' created with the password of the settings", userId);
        }
    }

    private void createWithPrintedPassword(String wanted, String name, Role role) {
        if (accounts.any(role, demo.on())) {
            return;
        }
        String userId = wanted;
        for (int i = 2; accounts.exists(userId); i++) {
            userId = wanted + "-" + i;
        }
        String password = madeUp();
        accounts.create(List.of(new Actor(userId, name, role, PROVINCE, null)), password, false, true);
        LOG.warn("First {} administrator created: user '{}', one-time printed password '{}'",
                role == Role.AUDITOR ? "audit" : "security", userId, password);
    }

    private static String madeUp() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().encodeToString(secret);
    }
}
