package org.zhibao.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first administrator, {@code zhibao.admin.*}.
 *
 * @param username its sign-in name
 * @param password its password; if empty, one is made up and printed once
 */
@ConfigurationProperties("zhibao.admin")
record AccountSettings(@DefaultValue("admin") String username, @DefaultValue("") String password) {
}
