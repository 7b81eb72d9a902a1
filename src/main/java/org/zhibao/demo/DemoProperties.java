package org.zhibao.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much demo data there is, where there is any at all.
 *
 * @param units       {@code zhibao.demo-data.units}: how many reporting units
 * @param withHistory {@code zhibao.demo-data.with-history}: how many of them bring accepted reports of earlier quarters,
 *                    the first by organisation code; all if not said
 */
@ConfigurationProperties("zhibao.demo-data")
record DemoProperties(@DefaultValue("" + DemoUnits.USUAL_COUNT) int units,
                      @DefaultValue("" + Integer.MAX_VALUE) int withHistory) {

    /** @throws IllegalArgumentException if there would be no unit, or a negative number of them with history */
    DemoProperties {
        if (units < 1) {
            throw new IllegalArgumentException("zhibao.demo-data.units must be at least 1");
        }
        if (withHistory < 0) {
            throw new IllegalArgumentException("zhibao.demo-data.with-history must not be negative");
        }
    }
}
