package org.zhibao.indicator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhibao.audit.AuditTrail;
import org.zhibao.period.Quarter;

/** The table of added indicators. Rows are added, never changed. */
@Repository
class IndicatorStore {

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    IndicatorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Another text after every change; never the same twice, so that one of a rolled-back change is never met again. */
    String stamp() {
        return jdbc.sql("select stamp from indicator_stamp where id = 1").query(String.class).single();
    }

    /** Lets one transaction at a time change the indicators, on all nodes. */
    void lock() {
        jdbc.sql("select stamp from indicator_stamp where id = 1 for update").query(String.class).single();
    }

    /** Every version of every indicator: the province's first, by code and version. */
    List<IndicatorVersion> all() {
        return jdbc.sql("select * from indicator_version order by area, code, version").query(this::version).list();
    }

    /** The versions of one indicator, the latest first. */
    List<IndicatorVersion> of(String code) {
        return jdbc.sql("select * from indicator_version where code = ? order by version desc").param(code)
                .query(this::version).list();
    }

    /** Call {@link #lock()} first. */
    IndicatorVersion add(String code, int version, String area, boolean retired, Quarter from,
                         AddedIndicator definition, AuditTrail.Who who, String reason, Instant at) {
        jdbc.sql("insert into indicator_version (code, version, area, retired, effective_from, definition, author, "
                        + "author_name, reason, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(code, version, area, retired, from.code(), written(definition), who.userId(), who.name(), reason,
                        OffsetDateTime.ofInstant(at, ZoneOffset.UTC)).update();
        jdbc.sql("update indicator_stamp set stamp = ? where id = 1").param(UUID.randomUUID().toString()).update();
        return of(code).get(0);
    }

    /** As the column holds it: JSON. */
    String written(AddedIndicator definition) {
        try {
            return json.writeValueAsString(definition);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private IndicatorVersion version(ResultSet row, int number) throws SQLException {
        return new IndicatorVersion(row.getLong("id"), row.getString("code"), row.getInt("version"),
                row.getString("area"), row.getBoolean("retired"), Quarter.parse(row.getString("effective_from")),
                definition(row.getString("definition")), row.getString("author"), row.getString("author_name"),
                row.getString("reason"), row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private AddedIndicator definition(String written) {
        try {
            return json.readValue(written, AddedIndicator.class);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
