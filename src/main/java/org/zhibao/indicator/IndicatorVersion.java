package org.zhibao.indicator;

import java.time.Instant;
import org.zhibao.period.Quarter;

/**
 * One version of an added indicator. Versions are only ever added: for a period the latest counts whose
 * {@code effectiveFrom} is not after it.
 *
 * @param code          {@code P001}, or a city's {@code C4301_01}
 * @param version       counts from 1
 * @param area          {@code 430000}, or the city whose units are asked
 * @param retired       whether it ends the indicator
 * @param effectiveFrom the first period it counts for
 * @param definition    the indicator; for a version that ends it, that of the one before
 * @param author        user id of who wrote it
 * @param authorName    the name on screen of who wrote it
 * @param reason        why
 */
public record IndicatorVersion(long id, String code, int version, String area, boolean retired, Quarter effectiveFrom,
                               AddedIndicator definition, String author, String authorName, String reason, Instant at) {

    /** Whether it is the province's; else it is a city's. */
    public boolean provincial() {
        return area.equals(IndicatorCode.PROVINCE);
    }
}
