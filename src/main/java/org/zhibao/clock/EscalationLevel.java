package org.zhibao.clock;

import java.time.Duration;
import java.time.Instant;
import org.zhibao.filing.Stage;

/**
 * Up to which level a lateness has been escalated (逾期上报层级). An enterprise's lateness is its county's business at
 * once, its city's after two days, the province's after five; a city's or the province's own is the province's at once
 * (W24, W32: cities urge enterprises, the province urges cities).
 */
public enum EscalationLevel {
    /** 县级 */ COUNTY,
    /** 市级 */ CITY,
    /** 省级 */ PROVINCE;

    /** Whole days past the due date from which an enterprise's lateness is told to its city. */
    public static final int CITY_AFTER = 2;

    /** Likewise to the province. */
    public static final int PROVINCE_AFTER = 5;

    /** The level that a lateness at a stage has reached. */
    static EscalationLevel of(Stage stage, Instant due, Instant now) {
        long days = Duration.between(due, now).toDays();
        return !ofEnterprise(stage) || days >= PROVINCE_AFTER ? PROVINCE : days >= CITY_AFTER ? CITY : COUNTY;
    }

    /** Whether it is the enterprise that is late at this stage. */
    static boolean ofEnterprise(Stage stage) {
        return stage == Stage.FILL_IN || stage == Stage.RECTIFY;
    }
}
