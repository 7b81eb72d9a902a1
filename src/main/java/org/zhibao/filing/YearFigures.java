package org.zhibao.filing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhibao.indicator.Figures;
import org.zhibao.lineage.Lineage;
import org.zhibao.period.Quarter;

/**
 * Figures of a unit over a year along its lineage: sums of its accepted quarters, and the annual statistics (年报) taken
 * over (R52).
 */
@Repository
class YearFigures {

    private final JdbcClient jdbc;
    private final FigureSeries series;
    private final Lineage lineage;

    YearFigures(JdbcClient jdbc, FigureSeries series, Lineage lineage) {
        this.jdbc = jdbc;
        this.series = series;
        this.lineage = lineage;
    }

    /** Sums over the quarters of the year before this one, of those figures that every one of them has accepted. */
    Figures earlier(Filing filing) {
        Quarter quarter = Quarter.parse(filing.period());
        if (quarter.number() == 1) {
            return Figures.EMPTY;
        }
        List<String> before = Stream.iterate(new Quarter(quarter.year(), 1), Quarter::next)
                .limit(quarter.number() - 1).map(Quarter::code).toList();
        Map<String, String> sums = new TreeMap<>();
        series.of(filing, before).forEach((cell, numbers) -> {
            if (numbers.stream().allMatch(Objects::nonNull)) {
                sums.put(cell, text(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
            }
        });
        return new Figures(sums, Map.of());
    }

    /** The annual statistics of a unit, under whatever code it had when they were made; empty if none were taken over. */
    Figures annual(Filing filing) {
        int year = Quarter.parse(filing.period()).year();
        return lineage.of(filing.orgCode()).codes().stream().map(orgCode -> annual(orgCode, year))
                .filter(figures -> !figures.values().isEmpty()).findFirst().orElse(Figures.EMPTY);
    }

    private Figures annual(String orgCode, int year) {
        Map<String, String> values = new TreeMap<>();
        jdbc.sql("select cell, number_value from annual_figure where org_code = ? and stat_year = ?")
                .params(orgCode, year)
                .query((row, n) -> values.put(row.getString("cell"), text(row.getBigDecimal("number_value")))).list();
        return new Figures(values, Map.of());
    }

    /** Takes the place of what was taken over for the unit and year before. */
    void takeOver(String orgCode, int year, Map<String, BigDecimal> figures) {
        jdbc.sql("delete from annual_figure where org_code = ? and stat_year = ?").params(orgCode, year).update();
        figures.forEach((cell, number) -> jdbc.sql("insert into annual_figure (org_code, stat_year, cell, number_value) "
                + "values (?, ?, ?, ?)").params(orgCode, year, cell, number).update());
    }

    private static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
