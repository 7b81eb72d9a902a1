package org.zhibao.filing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the filings of an area stand, for the submission of the area as a whole (W25). */
@Service
@Transactional(readOnly = true)
public class AreaFilings {

    /** What counts as done for the area: accepted or beyond, or verified as suspended. */
    private static final Set<Stage> COMPLETE = EnumSet.of(Stage.ACCEPTED, Stage.REPORTED, Stage.ARCHIVED,
            Stage.SUSPENDED);

    /**
     * A listed unit.
     *
     * @param filingId id of its filing
     * @param revision the latest revision; 0 if none was received
     * @param sha256   the SHA-256 of that revision; empty if there is none
     */
    public record Listed(long filingId, String orgCode, String unitName, Stage stage, FilingStatus status,
                         int revision, String sha256) {

        /** Whether it needs no explanation. */
        public boolean complete() {
            return COMPLETE.contains(stage);
        }

        /** Whether the city has passed it and the province has it. */
        public boolean withProvince() {
            return stage == Stage.PROVINCE_REVIEW;
        }
    }

    private final JdbcClient jdbc;

    AreaFilings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The units of a city that are listed in a period, in the order of their organisation codes. */
    public List<Listed> of(String period, String city) {
        return jdbc.sql("select f.id, f.org_code, f.unit_name, f.stage, f.status, f.revision, r.sha256 from filing f "
                        + "left join filing_revision r on r.filing_id = f.id and r.number = f.revision "
                        + "where f.period = ? and f.city_code = ? order by f.org_code").params(period, city)
                .query((row, n) -> new Listed(row.getLong("id"), row.getString("org_code"),
                        row.getString("unit_name"), Stage.valueOf(row.getString("stage")),
                        FilingStatus.valueOf(row.getString("status")), row.getInt("revision"),
                        row.getString("sha256") == null ? "" : row.getString("sha256"))).list();
    }

    /** The cities that have units in a period, ordered by code. */
    public List<String> cities(String period) {
        return jdbc.sql("select distinct city_code from filing where period = ? order by city_code").param(period)
                .query(String.class).list();
    }
}
