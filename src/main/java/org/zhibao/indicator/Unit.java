package org.zhibao.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A unit of measure (计量单位) that figures may be in. Only units of the same quantity are converted, by the factor that
 * is written here. What is counted differently is another quantity: days of operation are not hours divided by 24, and
 * gas at standard conditions is not water.
 *
 * @param zh       as printed, such as {@code 万吨}
 * @param en       in English, such as {@code 10⁴ t}
 * @param quantity what it measures; units of the same quantity can be converted
 * @param factor   how many of the quantity's smallest unit listed it is
 */
public record Unit(String zh, String en, String quantity, BigDecimal factor) {

    private static final int MOST_DECIMALS = 12;

    /** All units an indicator may be in, in the order of the screen. */
    public static final List<Unit> ALL = List.of(
            of("吨", "t", "mass", "1000000000"), of("千克", "kg", "mass", "1000000"),
            of("万吨", "10⁴ t", "mass", "10000000000000"), of("克", "g", "mass", "1000"), of("毫克", "mg", "mass", "1"),
            of("万元", "10⁴ CNY", "money", "10000"), of("元", "CNY", "money", "1"), of("亿元", "10⁸ CNY", "money", "100000000"),
            of("毫克/升", "mg/L", "concentration", "1000"), of("微克/升", "μg/L", "concentration", "1"),
            of("克/升", "g/L", "concentration", "1000000"),
            of("毫克/立方米", "mg/m³", "gas-concentration", "1000"), of("微克/立方米", "μg/m³", "gas-concentration", "1"),
            of("万立方米", "10⁴ m³", "volume", "10000"), of("立方米", "m³", "volume", "1"),
            of("亿立方米", "10⁸ m³", "volume", "100000000"),
            of("万立方米（标态）", "10⁴ m³ (STP)", "gas-volume", "10000"),
            of("立方米（标态）", "m³ (STP)", "gas-volume", "1"),
            of("万千瓦时", "10⁴ kWh", "energy", "10000"), of("千瓦时", "kWh", "energy", "1"),
            of("兆瓦时", "MWh", "energy", "1000"),
            of("吨/日", "t/d", "mass-flow-day", "1"), of("万吨/日", "10⁴ t/d", "mass-flow-day", "10000"),
            of("千克/时", "kg/h", "mass-flow", "1"), of("吨/时", "t/h", "mass-flow", "1000"),
            of("立方米/时", "m³/h", "volume-flow", "1"), of("万立方米/时", "10⁴ m³/h", "volume-flow", "10000"),
            of("%", "%", "share", "10"), of("‰", "‰", "share", "1"),
            of("小时", "h", "hours", "1"), of("天", "d", "days", "1"),
            of("套", "sets", "sets", "1"), of("个", "items", "items", "1"), of("人", "persons", "persons", "1"),
            of("°", "°", "angle", "1"));

    /** The unit of this name in either language, if it is known; blanks and full-width forms are for the caller to mend. */
    public static Optional<Unit> named(String name) {
        return ALL.stream().filter(u -> u.zh.equals(name) || u.en.equals(name)).findFirst();
    }

    public boolean convertibleTo(Unit other) {
        return quantity.equals(other.quantity);
    }

    /**
     * The same amount in another unit.
     *
     * @throws IllegalArgumentException if the two measure different things
     */
    public BigDecimal convert(BigDecimal amount, Unit to) {
        if (!convertibleTo(to)) {
            throw new IllegalArgumentException("%s is not %s".formatted(zh, to.zh));
        }
        BigDecimal converted = amount.multiply(factor).divide(to.factor, MOST_DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return converted.scale() < 0 ? converted.setScale(0) : converted;
    }

    private static Unit of(String zh, String en, String quantity, String factor) {
        return new Unit(zh, en, quantity, new BigDecimal(factor));
    }
}
