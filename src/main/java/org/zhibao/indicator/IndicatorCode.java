package org.zhibao.indicator;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What added indicators are called: {@code P001} is the province's, {@code C4301_01} one of the city 430100. Both are
 * names in FEEL and paths of cells, and no code of the shipped catalogue looks like them.
 */
final class IndicatorCode {

    /** The area of the province. */
    static final String PROVINCE = "430000";

    private static final Pattern VALID = Pattern.compile("P[0-9]{3}|C43[0-9]{2}_[0-9]{2,3}");
    private static final int MOST = 999;

    private IndicatorCode() {
    }

    static boolean isValid(String code) {
        return code != null && VALID.matcher(code).matches();
    }

    /** Whether an indicator of this code is kept by the area. */
    static boolean in(String area, String code) {
        return isValid(code) && code.startsWith(prefix(area)) && (area.equals(PROVINCE) || isCity(area));
    }

    /** The first code of the area that nothing is called yet; empty if all are used. */
    static Optional<String> free(String area, Collection<String> used) {
        String format = area.equals(PROVINCE) ? "P%03d" : prefix(area) + "%02d";
        return IntStream.rangeClosed(1, MOST).mapToObj(format::formatted).filter(code -> !used.contains(code)).findFirst();
    }

    /** Whether it is a city; a county's administrator adds nothing. */
    static boolean isCity(String area) {
        return area.endsWith("00") && !area.equals(PROVINCE);
    }

    private static String prefix(String area) {
        return area.equals(PROVINCE) ? "P" : "C" + area.substring(0, 4) + "_";
    }
}
