package org.zhibao.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the units were that an import changed, so that it can be undone. */
@Component
class UnitsBefore {

    /**
     * @param version      its version then; 0 if the import registered it
     * @param values       what it said; null if the import registered it
     * @param levels       on whose lists it stood
     * @param versionAfter its version when the import was through: another one means that somebody has changed it since
     */
    record Before(String orgCode, ImportRow.Kind kind, int version, Map<UnitField, String> values,
                  Set<ControlLevel> levels, boolean active, int versionAfter) {

        static Before fresh(String orgCode) {
            return new Before(orgCode, ImportRow.Kind.NEW, 0, null, Set.of(), true, 0);
        }

        static Before of(ReportingUnit unit, ImportRow.Kind kind) {
            return new Before(unit.orgCode(), kind, unit.version(), unit.values(), unit.controlLevels(), unit.active(), 0);
        }

        Before after(int version) {
            return new Before(orgCode, kind, this.version, values, levels, active, version);
        }
    }

    /** What is kept of a unit as one document. */
    private record Kept(int version, Map<UnitField, String> values) {
    }

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    UnitsBefore(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    void keep(long id, List<Before> units) {
        batches.batchUpdate("insert into roster_import_before (import_id, org_code, kind, before, levels, active, "
                + "version_after) values (?, ?, ?, ?, ?, ?, ?)", units, BATCH, (statement, before) -> {
                    statement.setLong(1, id);
                    statement.setString(2, before.orgCode());
                    statement.setString(3, before.kind().name());
                    statement.setString(4, before.values() == null ? null
                            : written(new Kept(before.version(), before.values())));
                    statement.setString(5, before.levels().stream().map(Enum::name).collect(Collectors.joining(",")));
                    statement.setBoolean(6, before.active());
                    statement.setInt(7, before.versionAfter());
                });
    }

    List<Before> of(long id) {
        return jdbc.sql("select * from roster_import_before where import_id = ? order by org_code").param(id)
                .query((row, n) -> {
                    Kept kept = read(row.getString("before"));
                    return new Before(row.getString("org_code"), ImportRow.Kind.valueOf(row.getString("kind")),
                            kept.version(), kept.values(), levels(row.getString("levels")), row.getBoolean("active"),
                            row.getInt("version_after"));
                }).list();
    }

    /** Units are again as these say, so that the imports which left them so can be undone in their turn. */
    void restored(Map<Before, Integer> versionsNow) {
        batches.batchUpdate("update roster_import_before set version_after = ? where org_code = ? and version_after = ?",
                versionsNow.entrySet(), BATCH, (statement, restored) -> {
                    statement.setInt(1, restored.getValue());
                    statement.setString(2, restored.getKey().orgCode());
                    statement.setInt(3, restored.getKey().version());
                });
    }

    /** The imports that touched a unit, and those of them that were undone, as acts about it. */
    List<UnitView.Act> acts(String orgCode) {
        String from = " from roster_import_before b join roster_import i on i.id = b.import_id where b.org_code = :code";
        return jdbc.sql("select i.applied_at at_time, i.applied_by_name by_name, 'LIST_IMPORTED' act, i.term, i.kind" + from
                        + " and i.applied_at is not null union all select i.undone_at, i.undone_by_name, "
                        + "'LIST_IMPORT_UNDONE', i.term, i.kind" + from + " and i.undone_at is not null")
                .param("code", orgCode).query((row, n) -> new UnitView.Act(
                        row.getObject("at_time", OffsetDateTime.class).toInstant(), row.getString("by_name"),
                        row.getString("act"), "", "", row.getString("kind") + " " + row.getString("term"))).list();
    }

    private static Set<ControlLevel> levels(String written) {
        Set<ControlLevel> levels = EnumSet.noneOf(ControlLevel.class);
        Arrays.stream(written.split(",")).filter(l -> !l.isEmpty()).map(ControlLevel::valueOf).forEach(levels::add);
        return levels;
    }

    private String written(Kept kept) {
        try {
            return json.writeValueAsString(kept);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Kept read(String written) {
        try {
            return written == null ? new Kept(0, null) : json.readValue(written, Kept.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
