package org.zhibao.indicator;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a figure measures: base units with their exponents, and the power of ten by which its unit is larger.
 *
 * @param of  {@code g}, {@code m3} with exponents; empty for a bare number
 * @param ten a tonne is {@code g} and 6
 */
record Measure(Map<String, Integer> of, int ten) {

    static final Measure NUMBER = new Measure(Map.of(), 0);

    private static final int GRAMS_OF_WATER_IN_A_CUBIC_METRE = 6;

    Measure {
        Map<String, Integer> exponents = new TreeMap<>(of == null ? Map.of() : of);
        exponents.values().removeIf(exponent -> exponent == 0);
        of = exponents;
    }

    Measure times(Measure other) {
        return combined(other, 1);
    }

    Measure dividedBy(Measure other) {
        return combined(other, -1);
    }

    /** The same mass of water as a volume. */
    Measure asWater() {
        return times(new Measure(Map.of("g", -1, "m3", 1), -GRAMS_OF_WATER_IN_A_CUBIC_METRE));
    }

    boolean sameKindAs(Measure other) {
        return of.equals(other.of);
    }

    private Measure combined(Measure other, int sign) {
        Map<String, Integer> exponents = new TreeMap<>(of);
        other.of.forEach((base, exponent) -> exponents.merge(base, sign * exponent, Integer::sum));
        return new Measure(exponents, ten + sign * other.ten);
    }
}
