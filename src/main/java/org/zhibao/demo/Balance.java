package org.zhibao.demo;

import java.math.BigDecimal;
import java.util.Map;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.IndicatorCatalogue;

/**
 * Makes scaled and rounded figures agree with each other again: totals are the sums of their parts, and masses are volume
 * times concentration. A relation one of whose cells holds no number is left alone.
 */
final class Balance {

    private final IndicatorCatalogue catalogue;
    private final Map<String, String> values;

    Balance(IndicatorCatalogue catalogue, Map<String, String> values) {
        this.catalogue = catalogue;
        this.values = values;
    }

    void settle() {
        sum("A27", "A28", "A29");
        sum("B03", "B04", "B05");
        sum("C01", "C02", "C03");
        sum("D03", "D04", "D05");
        sum("D20", "D22", "D23");
        mass("B06", "B01", "B08", 6);
        mass("B07", "B03", "B09", 6);
        mass("B10", "B01", "B12", 6);
        mass("B11", "B03", "B13", 6);
        mass("C05", "C01", "C06", 5);
        mass("C08", "C01", "C09", 5);
        mass("C11", "C01", "C12", 5);
        removed("D16", "D08", "D09");
        mass("D17", "D03", "D09", 2);
        removed("D18", "D10", "D11");
        mass("D19", "D03", "D11", 2);
    }

    private void sum(String total, String first, String second) {
        if (hold(total, first, second)) {
            put(total, number(first).add(number(second)));
        }
    }

    /** Tonnes from a volume and 毫克 per litre or cubic metre: divided by that power of ten. */
    private void mass(String mass, String volume, String concentration, int power) {
        if (hold(mass, volume, concentration)) {
            put(mass, number(volume).multiply(number(concentration)).movePointLeft(power));
        }
    }

    /** Tonnes a sewage plant takes out of D03 万吨 of sewage (R42). */
    private void removed(String mass, String inlet, String outlet) {
        if (hold(mass, "D03", inlet, outlet)) {
            put(mass, number("D03").multiply(number(inlet).subtract(number(outlet))).movePointLeft(2));
        }
    }

    private boolean hold(String... codes) {
        for (String code : codes) {
            if (values.getOrDefault(code, Figures.NOT_APPLICABLE).equals(Figures.NOT_APPLICABLE)) {
                return false;
            }
        }
        return true;
    }

    private BigDecimal number(String code) {
        return new BigDecimal(values.get(code));
    }

    private void put(String code, BigDecimal number) {
        values.put(code, DemoFigures.rounded(number, catalogue.indicator(code).orElseThrow()));
    }
}
