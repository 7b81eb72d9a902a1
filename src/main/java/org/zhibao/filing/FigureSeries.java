package org.zhibao.filing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accepted figures of a unit, quarter by quarter. */
@Repository
class FigureSeries {

    private final JdbcClient jdbc;

    FigureSeries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The single numbers of these periods, by cell, each in the periods' order; null where none was accepted. */
    Map<String, List<BigDecimal>> of(String orgCode, List<String> periods) {
        Map<String, Map<String, BigDecimal>> found = new TreeMap<>();
        jdbc.sql("select f.period, v.cell, v.number_value from filing_figure v join filing f on f.id = v.filing_id "
                        + "where f.org_code = ? and f.period >= ? and f.period <= ? and v.number_value is not null "
                        + "and v.cell not like '%.%'")
                .params(orgCode, periods.get(0), periods.get(periods.size() - 1))
                .query((row, i) -> found.computeIfAbsent(row.getString("cell"), c -> new HashMap<>())
                        .put(row.getString("period"), row.getBigDecimal("number_value"))).list();
        Map<String, List<BigDecimal>> series = new TreeMap<>();
        found.forEach((cell, byPeriod) -> series.put(cell,
                IntStream.range(0, periods.size()).mapToObj(i -> byPeriod.get(periods.get(i))).toList()));
        return series;
    }
}
