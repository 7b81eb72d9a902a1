package org.zhibao.filing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;

/**
 * Figures of several units as those of one: the sum where all have the figure and it can be added up, which a
 * concentration, a percentage or a number of hours cannot; their products and facilities one after another.
 */
final class MergedFigures {

    private MergedFigures() {
    }

    static Figures of(List<Figures> units, IndicatorCatalogue catalogue) {
        Map<String, String> values = new TreeMap<>();
        Map<String, List<Map<String, String>>> rows = new TreeMap<>();
        units.get(0).values().keySet().stream().filter(code -> additive(code, catalogue))
                .forEach(code -> sum(units.stream().map(u -> u.number(code)).toList())
                        .ifPresent(sum -> values.put(code, sum.toPlainString())));
        units.forEach(unit -> unit.rows().forEach((group, added) ->
                rows.computeIfAbsent(group, g -> new ArrayList<>()).addAll(added)));
        return new Figures(values, rows);
    }

    /** Whether the figures of several units can be added up. */
    static boolean additive(String code, IndicatorCatalogue catalogue) {
        return catalogue.indicator(code).filter(Indicator::numeric).filter(Indicator::extensive).isPresent();
    }

    /** The sum; empty unless every number is there. */
    static Optional<BigDecimal> sum(List<Optional<BigDecimal>> numbers) {
        return numbers.stream().allMatch(Optional::isPresent)
                ? numbers.stream().map(Optional::get).reduce(BigDecimal::add) : Optional.empty();
    }
}
