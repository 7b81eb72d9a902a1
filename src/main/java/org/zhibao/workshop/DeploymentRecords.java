package org.zhibao.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhibao.audit.AuditTrail;

/** The table of who deployed what. Rows are added, never changed. */
@Repository
class DeploymentRecords {

    private final JdbcClient jdbc;

    DeploymentRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one transaction at a time deploy, on all nodes. */
    void lock() {
        jdbc.sql("select id from model_lock where id = 1 for update").query(Integer.class).single();
    }

    List<DeploymentRecord> of(String file) {
        return jdbc.sql("select * from model_deployment where file = ? order by id desc").param(file).query(this::row).list();
    }

    void add(ModelVersion version, String before, String after, DeploymentRecord record, AuditTrail.Who who) {
        jdbc.sql("insert into model_deployment (deployment, file, version, before_sha256, sha256, way, user_id, user_name, "
                + "reason, deployed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(record.deployment(), version.file(), version.version(), before, after, record.way().name(),
                        who.userId(), who.name(), record.reason(), OffsetDateTime.ofInstant(record.at(), ZoneOffset.UTC))
                .update();
    }

    private DeploymentRecord row(ResultSet row, int number) throws SQLException {
        return new DeploymentRecord(row.getString("deployment"), row.getString("user_name"), row.getString("reason"),
                DeploymentRecord.Way.valueOf(row.getString("way")),
                row.getObject("deployed_at", OffsetDateTime.class).toInstant());
    }
}
