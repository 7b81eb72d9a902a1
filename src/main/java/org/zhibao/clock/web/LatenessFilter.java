package org.zhibao.clock.web;

import java.util.Arrays;
import org.zhibao.clock.EscalationLevel;
import org.zhibao.clock.LatenessQuery;
import org.zhibao.filing.Stage;

/**
 * The filter of the ledger's page as its address says it; what names nothing filters nothing.
 *
 * @param state {@code open}, {@code ended} or nothing
 */
record LatenessFilter(String period, String stage, String area, String state, String level, String after) {

    LatenessQuery query(int size) {
        return new LatenessQuery(blankToNull(period), named(Stage.values(), stage), blankToNull(area),
                "open".equals(state) ? Boolean.TRUE : "ended".equals(state) ? Boolean.FALSE : null,
                named(EscalationLevel.values(), level), blankToNull(after), size);
    }

    LatenessFilter from(String next) {
        return new LatenessFilter(period, stage, area, state, level, next);
    }

    private static <E extends Enum<E>> E named(E[] values, String name) {
        return Arrays.stream(values).filter(v -> v.name().equals(name)).findFirst().orElse(null);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
