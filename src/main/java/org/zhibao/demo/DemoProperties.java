package org.zhibao.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much demo data there is, where there is any at all.
 *
 * @param units {@code zhibao.demo-data.units}: how many reporting units
 */
@ConfigurationProperties("zhibao.demo-data")
record DemoProperties(@DefaultValue("" + DemoUnits.USUAL_COUNT) int units) {

    /** @throws IllegalArgumentException if the number of units is not positive */
    DemoProperties {
        if (units < 1) {
            throw new IllegalArgumentException("zhibao.demo-data.units must be at least 1");
        }
    }
}
