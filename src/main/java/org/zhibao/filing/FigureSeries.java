package org.zhibao.filing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.lineage.Ancestry;
import org.zhibao.lineage.Lineage;
import org.zhibao.lineage.Origins;
import org.zhibao.period.Quarter;

/** Accepted figures of a unit along its lineage, quarter by quarter. */
@Repository
class FigureSeries {

    private final JdbcClient jdbc;
    private final Lineage lineage;
    private final FilingForms forms;

    FigureSeries(JdbcClient jdbc, Lineage lineage, FilingForms forms) {
        this.jdbc = jdbc;
        this.lineage = lineage;
        this.forms = forms;
    }

    /** The single numbers of these periods, by cell, each in the periods' order; null where none compares. */
    Map<String, List<BigDecimal>> of(Filing filing, List<String> periods) {
        Ancestry ancestry = lineage.of(filing.orgCode());
        List<Origins> origins = periods.stream().map(Quarter::parse).map(ancestry::at).toList();
        Set<String> units = new HashSet<>();
        origins.forEach(o -> units.addAll(o.units()));
        Map<String, Map<String, Map<String, BigDecimal>>> accepted = accepted(units, periods);
        IndicatorCatalogue catalogue = forms.catalogue(filing);
        List<Map<String, BigDecimal>> quarters = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            quarters.add(combined(origins.get(i), accepted.getOrDefault(periods.get(i), Map.of()), catalogue));
        }
        Set<String> cells = new TreeSet<>();
        quarters.forEach(q -> cells.addAll(q.keySet()));
        Map<String, List<BigDecimal>> series = new TreeMap<>();
        cells.forEach(cell -> series.put(cell, quarters.stream().map(q -> q.get(cell)).toList()));
        return series;
    }

    private static Map<String, BigDecimal> combined(Origins origins, Map<String, Map<String, BigDecimal>> byUnit,
                                                    IndicatorCatalogue catalogue) {
        List<Map<String, BigDecimal>> all = origins.units().stream().map(u -> byUnit.getOrDefault(u, Map.of())).toList();
        if (origins.kind() == Origins.Kind.SPLIT) {
            return Map.of();
        }
        if (all.size() == 1) {
            return all.get(0);
        }
        Map<String, BigDecimal> sums = new HashMap<>();
        all.get(0).keySet().stream().filter(cell -> MergedFigures.additive(cell, catalogue)).forEach(cell ->
                MergedFigures.sum(all.stream().map(unit -> Optional.ofNullable(unit.get(cell))).toList())
                        .ifPresent(sum -> sums.put(cell, sum)));
        return sums;
    }

    /** By period, unit and cell. */
    private Map<String, Map<String, Map<String, BigDecimal>>> accepted(Set<String> units, List<String> periods) {
        Map<String, Map<String, Map<String, BigDecimal>>> found = new HashMap<>();
        jdbc.sql("select f.period, f.org_code, v.cell, v.number_value from filing_figure v "
                        + "join filing f on f.id = v.filing_id where f.org_code in (:units) and f.period in (:periods) "
                        + "and v.number_value is not null and v.cell not like '%.%'")
                .param("units", units).param("periods", periods)
                .query((row, i) -> found.computeIfAbsent(row.getString("period"), p -> new HashMap<>())
                        .computeIfAbsent(row.getString("org_code"), u -> new HashMap<>())
                        .put(row.getString("cell"), row.getBigDecimal("number_value"))).list();
        return found;
    }
}
