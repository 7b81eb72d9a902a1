package org.zhibao.testing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingSummary;

/** Everything a filing consists of, to see whether a request that was refused left any trace. */
@Component
public class Footprint {

    private static final List<String> OF_THE_FILING = List.of(
            "select * from filing where id = :id",
            "select version, content, saved_by from filing_draft where filing_id = :id",
            "select number, receipt, sha256 from filing_revision where filing_id = :id order by number",
            "select id, action, user_id from filing_correspondence where filing_id = :id order by id",
            "select idempotency_key, revision from filing_submission_key where filing_id = :id order by 1",
            "select count(*) from filing_figure where filing_id = :id",
            "select t.id_, t.task_def_key_, t.assignee_, t.due_date_ from act_ru_task t join filing f "
                    + "on f.process_instance_id = t.proc_inst_id_ where f.id = :id order by 1");

    private final JdbcClient database;

    Footprint(JdbcClient database) {
        this.database = database;
    }

    /** Rows of the filing in our tables and the engine's, and how many rows the whole audit trail has. */
    public List<String> of(FilingSummary filing) {
        List<String> rows = new java.util.ArrayList<>();
        for (String query : OF_THE_FILING) {
            database.sql(query).param("id", filing.id()).query().listOfRows().forEach(r -> rows.add(r.toString()));
        }
        rows.add("audit rows " + auditRows());
        return rows;
    }

    /** Rows about what was done; what was refused, or only read, has rows of its own. */
    public long auditRows() {
        return database.sql("select count(*) from audit_entry where outcome = 'DONE' and action <> 'DOWNLOAD'")
                .query(Long.class).single();
    }
}
