package org.zhibao.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code zhibao.*} about accounts.
 *
 * @param demo  whether demo data is on: the only case in which demo accounts and the demo password are accepted
 * @param admin the first administrator
 */
@ConfigurationProperties("zhibao")
public record AccountSettings(@DefaultValue("false") boolean demo, @DefaultValue FirstAdministrator admin) {

    /** Well known, therefore never accepted outside demo data. */
    public static final String DEMO_PASSWORD = "Zhibao@2026";

    /**
     * @param username sign-in name of the first administrator
     * @param password its password; if empty, one is made up and printed once
     */
    public record FirstAdministrator(@DefaultValue("admin") String username, @DefaultValue("") String password) {
    }
}
