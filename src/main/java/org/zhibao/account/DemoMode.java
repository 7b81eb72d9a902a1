package org.zhibao.account;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether the platform runs with demo data: as {@code zhibao.demo} says; if it says nothing, only on the embedded
 * database. It is the only case in which demo accounts and the demo password are accepted.
 */
@Component
public class DemoMode {

    /** Well known, therefore never accepted outside demo data. */
    public static final String PASSWORD = "Zhibao@2026";

    private final boolean on;

    DemoMode(@Value("${zhibao.demo:#{null}}") Boolean asked, @Value("${spring.datasource.url}") String database) {
        this.on = asked != null ? asked : database.startsWith("jdbc:h2:");
    }

    public boolean on() {
        return on;
    }
}
