package org.zhibao.registry;

import java.util.Arrays;
import java.util.List;

/** The kinds of list a unit reports by (名单): the four types, renewed yearly (W20), and one renewed quarterly (W19). */
public enum ListKind {
    /** 国控 */
    NATIONAL,
    /** 省控 */
    PROVINCIAL,
    /** 市控 */
    CITY,
    /** 其他 */
    OTHER,
    /** 减排重点行业 */
    KEY_REDUCTION;

    static ListKind of(ControlLevel level) {
        return valueOf(level.name());
    }

    /** The levels that cities give to units. */
    public static List<ControlLevel> levelsOfCities() {
        return Arrays.stream(ControlLevel.values()).filter(level -> of(level).keptByCities()).toList();
    }

    /** Whether there is a list for every quarter rather than every year. */
    public boolean quarterly() {
        return this == KEY_REDUCTION;
    }

    /** Whether a city keeps its part of it; the others come from above. */
    public boolean keptByCities() {
        return this == CITY || this == OTHER || this == KEY_REDUCTION;
    }
}
