package org.zhibao.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.FormDefinition;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.RowGroup;
import org.zhibao.period.Quarter;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.registry.SourceKind;

/**
 * Makes up a complete, consistent report for a unit and a quarter, the same each time: the golden samples of its kinds,
 * scaled to the unit's size, moved a little from quarter to quarter (less than any rule on change minds), with the unit's
 * own master data.
 */
@Component
public class DemoFigures {

    /** Quantities move by 5 % and concentrations by 3 %: two quarters differ by less than 18 % at worst. */
    private static final double QUANTITY_SWING = 0.05;
    private static final double CONCENTRATION_SWING = 0.03;
    /** What is built, not used: does not move with the quarter. */
    private static final Set<String> CAPACITIES = Set.of("D01", "E02", "E05", "E08", "design_capacity");
    private static final Set<String> CONCENTRATIONS =
            Set.of("B08", "B09", "B12", "B13", "C06", "C09", "C12", "D08", "D09", "D10", "D11", "D12", "D13", "D14", "D15");
    /** Limits of the sector's discharge standard that a sample comes so near that a swing would break them (R22, R33). */
    private static final Map<String, BigDecimal> LIMITS =
            Map.of("B13", new BigDecimal("8"), "C09", new BigDecimal("100"));
    /** Lead-zinc mines and smelters: 千克 generated and discharged in a quarter by a unit of middling size. */
    private static final Map<String, String> METALS = Map.of("B24", "60", "B25", "3", "B26", "80", "B27", "4", "B28",
            "12", "B29", "0.6");

    private final IndicatorCatalogue catalogue;

    DemoFigures(IndicatorCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** How large the unit is: 1 for the golden samples, else 0.3 to 2.4. */
    static double sizeFactor(String orgCode) {
        return Template.ofUnit(orgCode).findAny().isPresent() ? 1 : Draw.of("size", orgCode).between(0.3, 2.4);
    }

    /** The report of this unit for this quarter: every cell of its form holds a value or "not applicable". */
    public Figures figures(ReportingUnit unit, Quarter quarter) {
        FormDefinition form = catalogue.formFor(unit.kinds());
        List<Template> templates = Template.ALL.stream().filter(t -> unit.kinds().contains(t.kind())).toList();
        Scale scale = new Scale(unit.orgCode(), quarter);
        Map<String, String> values = new TreeMap<>();
        form.sections().stream().flatMap(section -> section.indicators().stream())
                .forEach(i -> values.put(i.code(), scale.apply(i, sample(i.code(), unit, templates))));
        MasterData.of(unit).forEach(values::put);
        values.computeIfPresent("D02", (code, days) -> String.valueOf(quarter.days()));
        new Balance(catalogue, values).settle();
        return new Figures(values, rows(form, unit, templates, scale, values));
    }

    private static String sample(String code, ReportingUnit unit, List<Template> templates) {
        DemoIndustry industry = DemoIndustry.ofCode(unit.industryCode());
        if (industry.metals() && METALS.containsKey(code)) {
            return METALS.get(code);
        }
        if (code.equals("A39") && !unit.industryCode().equals("4411")) {
            return Figures.NOT_APPLICABLE;
        }
        boolean fuel = code.compareTo("A30") >= 0 && code.compareTo("A39") <= 0;
        return templates.stream().filter(t -> !fuel || t.kind() == SourceKind.WASTE_GAS || templates.size() == 1)
                .map(t -> t.value(code)).filter(value -> !Figures.NOT_APPLICABLE.equals(value)).findFirst()
                .orElse(Figures.NOT_APPLICABLE);
    }

    private static Map<String, List<Map<String, String>>> rows(FormDefinition form, ReportingUnit unit,
                                                               List<Template> templates, Scale scale,
                                                               Map<String, String> values) {
        Map<String, List<Map<String, String>>> rows = new TreeMap<>();
        form.group("A26").ifPresent(products -> rows.put("A26", products(products, unit, templates, scale)));
        form.group("E20").ifPresent(facilities -> rows.put("E20", templates.stream()
                .flatMap(t -> t.figures().rows().getOrDefault("E20", List.of()).stream())
                .map(row -> Facility.like(scaled(row, facilities, scale), unit.kinds(), values)).toList()));
        return rows;
    }

    private static List<Map<String, String>> products(RowGroup group, ReportingUnit unit, List<Template> templates,
                                                      Scale scale) {
        DemoIndustry industry = DemoIndustry.ofCode(unit.industryCode());
        List<Map<String, String>> rows = new ArrayList<>();
        if (Template.ofUnit(unit.orgCode()).findAny().isPresent()) {
            rows.addAll(templates.get(0).figures().rows().getOrDefault("A26", List.of()));
        } else if (industry.product() != null) {
            rows.add(Map.of("product_name", industry.product(), "product_unit", industry.unit(), "product_output",
                    String.valueOf(industry.output())));
        }
        return rows.stream().map(row -> scaled(row, group, scale)).toList();
    }

    private static Map<String, String> scaled(Map<String, String> row, RowGroup group, Scale scale) {
        return group.columns().stream().filter(column -> row.containsKey(column.code()))
                .collect(Collectors.toMap(Indicator::code, column -> scale.apply(column, row.get(column.code())),
                        (a, b) -> a, LinkedHashMap::new));
    }

    /** How this unit's figures of this quarter stand to the sample's. */
    private record Scale(String orgCode, Quarter quarter) {

        String apply(Indicator indicator, String value) {
            if (!indicator.numeric() || Figures.NOT_APPLICABLE.equals(value)) {
                return value;
            }
            BigDecimal scaled = new BigDecimal(value).multiply(BigDecimal.valueOf(factor(indicator)));
            return DemoFigures.rounded(scaled.min(LIMITS.getOrDefault(indicator.code(), scaled)), indicator);
        }

        private double factor(Indicator indicator) {
            if (CONCENTRATIONS.contains(indicator.code())) {
                return 1 + Draw.of(orgCode, quarter, indicator.code()).between(-CONCENTRATION_SWING, CONCENTRATION_SWING);
            }
            if (!indicator.extensive()) {
                return 1;
            }
            double size = sizeFactor(orgCode);
            return CAPACITIES.contains(indicator.code()) ? size
                    : size * (1 + Draw.of(orgCode, quarter).between(-QUANTITY_SWING, QUANTITY_SWING));
        }
    }

    static String rounded(BigDecimal number, Indicator indicator) {
        return number.setScale(indicator.scale(), RoundingMode.HALF_UP).toPlainString();
    }
}
