package org.zhibao.rule;

import java.math.BigDecimal;
import org.zhibao.indicator.Figures;

/**
 * What the register and other reports say about a report: the rules across reports (R14, R50) and over a year (R52) rest
 * on it. What is not known is null; a rule that needs it then says nothing.
 *
 * @param countyValid   whether cell A06 is a county's code on the last day of the quarter
 * @param receiverKnown whether the plant of cell A19 is registered as a sewage plant
 * @param received      吨 of industrial wastewater that enterprises report to have sent to this unit in the quarter
 * @param earlier       sums over this year's earlier quarters, if all of them are accepted
 * @param annual        the annual statistics of the quarter's year
 */
public record Links(Boolean countyValid, Boolean receiverKnown, BigDecimal received, Figures earlier, Figures annual) {

    /** Nothing is known. */
    public static final Links NONE = new Links(null, null, null, Figures.EMPTY, Figures.EMPTY);

    Object value(String name) {
        return switch (name) {
            case "countyValid" -> countyValid;
            case "receiverKnown" -> receiverKnown;
            default -> received;
        };
    }
}
