package org.zhibao.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.audit.Sha256;
import org.zhibao.registry.file.RowProblem;

/** Imports of lists in the database, with their rows and how units were before. */
@Component
class ImportStore {

    /** What is wrong and what changes in a row, as one document. */
    private record Detail(List<ImportRow.Change> changes, List<RowProblem> problems) {
    }

    private static final int BATCH = 500;
    private static final int LONGEST_DETAIL = 40_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;
    private final Clock clock;

    ImportStore(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
    }

    long add(RosterList list, String area, String fileName, byte[] content, ImportPlan plan, Actor actor) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into roster_import (kind, term, area, file_name, content, sha256, plan_sha256, state, uploaded_by, "
                        + "uploaded_by_name, uploaded_at) values (?, ?, ?, ?, ?, ?, ?, 'PREVIEWED', ?, ?, ?)")
                .params(list.kind().name(), list.term(), area, fileName, content, Sha256.of(content), plan.fingerprint(),
                        actor.userId(), actor.name(), OffsetDateTime.now(clock)).update(key, "id");
        long id = key.getKey().longValue();
        replaceRows(id, plan);
        return id;
    }

    /** The plan has changed since: it is shown anew. */
    void replan(long id, ImportPlan plan) {
        jdbc.sql("update roster_import set plan_sha256 = ? where id = ?").params(plan.fingerprint(), id).update();
        jdbc.sql("delete from roster_import_row where import_id = ?").param(id).update();
        replaceRows(id, plan);
    }

    private void replaceRows(long id, ImportPlan plan) {
        List<Object[]> rows = new ArrayList<>(plan.rows().size());
        for (ImportRow row : plan.rows()) {
            rows.add(new Object[] {id, rows.size() + 1, row.line(), row.orgCode(), row.name(), row.kind().name(),
                    written(row)});
        }
        for (int from = 0; from < rows.size(); from += BATCH) {
            batches.batchUpdate("insert into roster_import_row (import_id, number, line, org_code, name, kind, detail) "
                    + "values (?, ?, ?, ?, ?, ?, ?)", rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
    }

    /** The import, locked together with all others of its list. */
    Optional<ListImport> lock(long id) {
        jdbc.sql("select id from roster_import where (kind, term) in (select kind, term from roster_import where id = ?) "
                + "order by id for update").param(id).query(Long.class).list();
        return find(id);
    }

    Optional<ListImport> find(long id) {
        return jdbc.sql("select * from roster_import where id = ?").param(id).query(this::listImport).optional();
    }

    /** Those whose area begins with a prefix, the latest first. */
    List<ListImport> latest(String prefix, int most) {
        return jdbc.sql("select * from roster_import where area like ? order by id desc limit " + most)
                .param(prefix + "%").query(this::listImport).list();
    }

    byte[] content(long id) {
        return jdbc.sql("select content from roster_import where id = ?").param(id)
                .query((row, n) -> row.getBytes(1)).single();
    }

    String fingerprint(long id) {
        return jdbc.sql("select plan_sha256 from roster_import where id = ?").param(id).query(String.class).single();
    }

    /** Rows of a kind behind a number; each with its number, by which to go on. */
    Map<Integer, ImportRow> rows(long id, ImportRow.Kind kind, int after, int most) {
        Map<Integer, ImportRow> rows = new java.util.LinkedHashMap<>();
        jdbc.sql("select * from roster_import_row where import_id = ? and kind = ? and number > ? order by number limit "
                + most).params(id, kind.name(), after)
                .query((row, n) -> rows.put(row.getInt("number"), row(row))).list();
        return rows;
    }

    /** Whether a later import of the list is in force. */
    Optional<Long> laterInForce(ListImport imported) {
        return jdbc.sql("select min(id) from roster_import where kind = ? and term = ? and id > ? and state = 'APPLIED'")
                .params(imported.kind().name(), imported.term(), imported.id())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Long.class))).single();
    }

    void applied(long id, Actor actor) {
        jdbc.sql("update roster_import set state = 'APPLIED', applied_by_name = ?, applied_at = ? where id = ?")
                .params(actor.name(), OffsetDateTime.now(clock), id).update();
    }

    void undone(long id, Actor actor) {
        jdbc.sql("update roster_import set state = 'UNDONE', undone_by_name = ?, undone_at = ? where id = ?")
                .params(actor.name(), OffsetDateTime.now(clock), id).update();
    }

    private ListImport listImport(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        Map<ImportRow.Kind, Integer> counts = new EnumMap<>(ImportRow.Kind.class);
        jdbc.sql("select kind, count(*) n from roster_import_row where import_id = ? group by kind").param(id)
                .query((r, n) -> counts.put(ImportRow.Kind.valueOf(r.getString(1)), r.getInt(2))).list();
        return new ListImport(id, ListKind.valueOf(row.getString("kind")), row.getString("term"), row.getString("area"),
                row.getString("file_name"), row.getString("sha256"), ListImport.State.valueOf(row.getString("state")),
                counts, row.getString("uploaded_by_name"), instant(row, "uploaded_at"), row.getString("applied_by_name"),
                instant(row, "applied_at"), row.getString("undone_by_name"), instant(row, "undone_at"));
    }

    private ImportRow row(ResultSet row) throws SQLException {
        try {
            Detail detail = json.readValue(row.getString("detail"), new TypeReference<>() { });
            return new ImportRow(row.getInt("line"), ImportRow.Kind.valueOf(row.getString("kind")),
                    row.getString("org_code"), row.getString("name"), detail.changes(), detail.problems());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String written(ImportRow row) {
        try {
            String detail = json.writeValueAsString(new Detail(row.changes(), row.problems()));
            // a row cannot have so many faults that do not fit unless its cells are absurd
            return detail.length() <= LONGEST_DETAIL ? detail : json.writeValueAsString(
                    new Detail(List.of(), row.problems().stream().limit(20).toList()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
