package org.zhibao.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether the platform starts with synthetic data.
 *
 * @param demo      {@code zhibao.demo}; if not set, only on the embedded database
 * @param demoUnits {@code zhibao.demo-units}: how many units
 */
@ConfigurationProperties("zhibao")
public record DemoProperties(Boolean demo, @DefaultValue("" + DemoUnits.USUAL_COUNT) int demoUnits) {

    /** The password of every demo account; no account outside the demo data has it. */
    public static final String PASSWORD = "Zhibao@2026";

    /** @throws IllegalArgumentException if the number of units is not positive */
    public DemoProperties {
        if (demoUnits < 1) {
            throw new IllegalArgumentException("zhibao.demo-units must be at least 1");
        }
    }

    /** Whether to fill the database behind this JDBC URL: as set, else only the embedded one. */
    public boolean wantedFor(String jdbcUrl) {
        return demo != null ? demo : jdbcUrl.startsWith("jdbc:h2:");
    }
}
