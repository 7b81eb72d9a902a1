package org.zhibao.registry;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An administrative region (行政区划, GB/T 2260). A region that was renamed or raised to a city or district stays, with
 * its last day and its successor, so that old reports keep their code.
 *
 * @param code      six digits: {@code 430000}, {@code 430100}, {@code 430102}
 * @param name      the name, such as {@code 芙蓉区}
 * @param level     province, city or county
 * @param parent    code of the region above; null for the province
 * @param validFrom first day the code holds
 * @param validTo   last day the code holds; null while it does
 * @param successor code that took its place; null if none
 */
public record Region(String code, String name, Level level, String parent, LocalDate validFrom, LocalDate validTo,
                     String successor) {

    /** The three levels of the platform. */
    public enum Level { PROVINCE, CITY, COUNTY }

    /** Whether the code holds on this day. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** The code that took its place, if one did. */
    public Optional<String> successorCode() {
        return Optional.ofNullable(successor);
    }
}
