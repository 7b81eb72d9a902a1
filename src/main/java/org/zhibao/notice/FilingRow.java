package org.zhibao.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.period.Quarter;

/** What notices say of a filing, read from its projection. */
record FilingRow(long id, String orgCode, String unitName, String period, String cityCode, String countyCode,
                 Stage stage, Instant dueAt, boolean overdue) {

    static final String COLUMNS = "f.id, f.org_code, f.unit_name, f.period, f.city_code, f.county_code, f.stage, "
            + "f.due_at, f.overdue";

    static FilingRow read(ResultSet row) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new FilingRow(row.getLong("id"), row.getString("org_code"), row.getString("unit_name"),
                row.getString("period"), row.getString("city_code"), row.getString("county_code"),
                Stage.valueOf(row.getString("stage")), due == null ? null : due.toInstant(),
                row.getBoolean("overdue"));
    }

    static FilingRow of(FilingSummary filing) {
        return new FilingRow(filing.id(), filing.orgCode(), filing.unitName(), filing.period(), filing.cityCode(),
                filing.countyCode(), filing.stage(), filing.dueAt(), filing.overdue());
    }

    /** Unit, year, quarter, due day and a number of days: what every notice about one filing may name. */
    List<String> arguments(long days) {
        Quarter quarter = Quarter.parse(period);
        return List.of(unitName, String.valueOf(quarter.year()), String.valueOf(quarter.number()),
                dueAt == null ? "" : dueDay().toString(), String.valueOf(days));
    }

    LocalDate dueDay() {
        return LocalDate.ofInstant(dueAt, WorkingCalendar.ZONE);
    }

    String link() {
        return "/filings/" + id;
    }
}
