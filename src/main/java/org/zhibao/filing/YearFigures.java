package org.zhibao.filing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhibao.indicator.Figures;
import org.zhibao.period.Quarter;

/** Figures of a unit over a year: sums of its accepted quarters, and the annual statistics (年报) taken over (R52). */
@Repository
class YearFigures {

    private final JdbcClient jdbc;

    YearFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sums over the quarters of the year before this one, of those cells that every one of them has accepted. */
    Figures earlier(String orgCode, Quarter quarter) {
        if (quarter.number() == 1) {
            return Figures.EMPTY;
        }
        return figures(jdbc.sql("select v.cell, sum(v.number_value) as total from filing_figure v "
                        + "join filing f on f.id = v.filing_id where f.org_code = ? and f.period >= ? and f.period < ? "
                        + "and v.number_value is not null group by v.cell having count(*) = ?")
                .params(orgCode, new Quarter(quarter.year(), 1).code(), quarter.code(), quarter.number() - 1));
    }

    /** The annual statistics of a unit; empty if none were taken over. */
    Figures annual(String orgCode, int year) {
        return figures(jdbc.sql("select cell, number_value as total from annual_figure where org_code = ? and stat_year = ?")
                .params(orgCode, year));
    }

    /** Takes the place of what was taken over for the unit and year before. */
    void takeOver(String orgCode, int year, Map<String, BigDecimal> figures) {
        jdbc.sql("delete from annual_figure where org_code = ? and stat_year = ?").params(orgCode, year).update();
        figures.forEach((cell, number) -> jdbc.sql("insert into annual_figure (org_code, stat_year, cell, number_value) "
                + "values (?, ?, ?, ?)").params(orgCode, year, cell, number).update());
    }

    private static Figures figures(JdbcClient.StatementSpec query) {
        Map<String, String> values = new TreeMap<>();
        List<Map<String, Object>> rows = query.query().listOfRows();
        rows.forEach(row -> values.put((String) row.get("cell"),
                ((BigDecimal) row.get("total")).stripTrailingZeros().toPlainString()));
        return new Figures(values, Map.of());
    }
}
