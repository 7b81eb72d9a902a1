package org.zhibao.rule;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.registry.SourceKind;

/** The golden samples, and what tests do to them. */
final class GoldenSample {

    static final List<String> NAMES = List.of("paper-mill", "power-plant", "sewage-plant");
    static final IndicatorCatalogue CATALOGUE = new IndicatorCatalogue();
    static final ReviewRules RULES = ReviewRules.shipped(CATALOGUE);

    private static final Pattern ROW = Pattern.compile("(.+)\\[(.+)]\\.(.+)");

    private GoldenSample() {
    }

    static Figures figures(String name) {
        try (InputStream yaml = GoldenSample.class.getResourceAsStream("/demo/golden/" + name + ".yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(yaml, Figures.class);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static Set<SourceKind> kinds(Figures figures) {
        return Arrays.stream(figures.values().get("A21").split(",")).map(SourceKind::valueOf)
                .collect(Collectors.toSet());
    }

    /** The sample in the third quarter of 2026, after a quarter 3 % smaller and a year after one just like it. */
    static ReviewSubject subject(String name) {
        return subject(figures(name), scaled(figures(name), new BigDecimal("0.97")), figures(name));
    }

    static ReviewSubject subject(Figures current, Figures previous, Figures lastYear) {
        return new ReviewSubject(current, previous, lastYear, kinds(current), LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 9, 30), Map.of("orgCode", current.values().get("A01"),
                "countyCode", current.values().get("A06"), "cityCode", "430100"));
    }

    /** The subject with cells changed; {@code prev.}, {@code year.} and {@code unit.} reach beyond this quarter. */
    static ReviewSubject with(ReviewSubject s, Map<String, String> cells) {
        Map<String, String> unit = new TreeMap<>(s.unit());
        cells.forEach((cell, value) -> {
            if (cell.startsWith("unit.")) {
                put(unit, cell.substring(5), value);
            }
        });
        LocalDate start = LocalDate.parse(cells.getOrDefault("period", s.periodStart().toString()));
        return new ReviewSubject(changed(s.current(), cells, ""), changed(s.previous(), cells, "prev."),
                changed(s.lastYear(), cells, "year."), s.kinds(), start, start.plusMonths(3).minusDays(1), unit,
                links(cells));
    }

    private static Links links(Map<String, String> cells) {
        return new Links(truth(cells.get("link.countyValid")), truth(cells.get("link.receiverKnown")),
                cells.containsKey("link.received") ? new BigDecimal(cells.get("link.received")) : null,
                changed(Figures.EMPTY, cells, "earlier."), changed(Figures.EMPTY, cells, "annual."));
    }

    private static Boolean truth(String text) {
        return text == null ? null : Boolean.valueOf(text);
    }

    private static Figures changed(Figures figures, Map<String, String> cells, String scope) {
        Map<String, String> values = new TreeMap<>(figures.values());
        Map<String, List<Map<String, String>>> rows = new TreeMap<>();
        figures.rows().forEach((group, list) -> rows.put(group, new ArrayList<>(list.stream().map(TreeMap::new).toList())));
        cells.forEach((cell, value) -> {
            Matcher row = ROW.matcher(cell);
            if (row.matches() && rows.containsKey(row.group(1))) {
                put(rows.get(row.group(1)).get(Integer.parseInt(row.group(2))), row.group(3), value);
            } else if (cell.startsWith(scope) && !cell.substring(scope.length()).contains(".")) {
                put(values, cell.substring(scope.length()), value);
            }
        });
        return new Figures(values, rows);
    }

    private static void put(Map<String, String> map, String key, String value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    /** A unit of the same kind and another size. */
    static Figures scaled(Figures figures, BigDecimal factor) {
        Map<String, String> values = new TreeMap<>();
        figures.values().forEach((code, value) ->
                values.put(code, scaled(CATALOGUE.indicator(code).orElseThrow(), value, factor)));
        Map<String, List<Map<String, String>>> rows = new TreeMap<>();
        figures.rows().forEach((group, list) ->
                rows.put(group, list.stream().map(row -> scaled(group, row, factor)).toList()));
        return new Figures(values, rows);
    }

    private static Map<String, String> scaled(String group, Map<String, String> row, BigDecimal factor) {
        Map<String, String> scaled = new TreeMap<>(row);
        CATALOGUE.group(group).orElseThrow().columns().stream().filter(c -> row.containsKey(c.code()))
                .forEach(c -> scaled.put(c.code(), scaled(c, row.get(c.code()), factor)));
        return scaled;
    }

    private static String scaled(Indicator indicator, String value, BigDecimal factor) {
        return !indicator.extensive() || value.equals(Figures.NOT_APPLICABLE) ? value
                : new BigDecimal(value).multiply(factor).setScale(indicator.scale(), RoundingMode.HALF_UP)
                .toPlainString();
    }
}
