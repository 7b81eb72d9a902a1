package org.zhibao.rule;

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

/** The table of rule versions. Rows are added, never changed. */
@Repository
class RuleStore {

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    RuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Another text after every change; never the same twice, so that one of a rolled-back change is never met again. */
    String stamp() {
        return jdbc.sql("select stamp from rule_stamp where id = 1").query(String.class).single();
    }

    /** Lets one transaction at a time change the rules, on all nodes. */
    void lock() {
        jdbc.sql("select stamp from rule_stamp where id = 1 for update").query(String.class).single();
    }

    /** Every version of every rule, by code and version. */
    List<RuleVersion> all() {
        return jdbc.sql("select * from rule_version order by area, code, version").query(this::version).list();
    }

    /** The versions of one rule, the latest first. */
    List<RuleVersion> of(String code) {
        return jdbc.sql("select * from rule_version where code = ? order by version desc").param(code)
                .query(this::version).list();
    }

    /** Call {@link #lock()} first. */
    RuleVersion add(String code, int version, String area, boolean retired, Quarter from, RuleText text,
                    AuditTrail.Who who, String reason, Instant at, int shipped) {
        jdbc.sql("insert into rule_version (code, version, area, retired, effective_from, severity, definition, author, "
                        + "author_name, reason, created_at, shipped) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(code, version, area, retired, from.code(), text.severity().name(), written(text), who.userId(),
                        who.name(), reason, OffsetDateTime.ofInstant(at, ZoneOffset.UTC), shipped).update();
        jdbc.sql("update rule_stamp set stamp = ? where id = 1").param(UUID.randomUUID().toString()).update();
        return of(code).get(0);
    }

    /** As the column holds it: JSON. */
    String written(RuleText text) {
        try {
            return json.writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private RuleVersion version(ResultSet row, int number) throws SQLException {
        return new RuleVersion(row.getLong("id"), row.getString("code"), row.getInt("version"), row.getString("area"),
                row.getBoolean("retired"), Quarter.parse(row.getString("effective_from")),
                text(row.getString("definition")), row.getString("author"), row.getString("author_name"),
                row.getString("reason"), row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("shipped"));
    }

    private RuleText text(String definition) {
        try {
            return json.readValue(definition, RuleText.class);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
