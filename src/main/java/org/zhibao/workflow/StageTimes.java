package org.zhibao.workflow;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.casefile.CaseHistory.StageTime;
import org.zhibao.oversight.FilingConditions;

/** How long people took over their tasks, from the engine's history of tasks: its own queries give no quantiles. */
@Component
class StageTimes {

    private static final String TIMES = """
            select t.task_def_key_ element, max(t.name_) task, count(*) tasks,
                   percentile_cont(0.5) within group (order by t.duration_) median,
                   percentile_cont(0.95) within group (order by t.duration_) p95
            from filing f
            join act_hi_procinst p on p.business_key_ = f.period || '-' || f.org_code and p.proc_def_key_ = 'filing'
            join act_hi_taskinst t on t.proc_inst_id_ = p.proc_inst_id_
            %s and t.duration_ is not null
            group by t.task_def_key_ order by min(t.start_time_)""";
    private static final int MILLIS = 1000;

    private final JdbcClient database;

    StageTimes(JdbcClient database) {
        this.database = database;
    }

    List<StageTime> of(FilingConditions where) {
        return database.sql(TIMES.formatted(where.sql())).params(where.parameters())
                .query((rs, n) -> new StageTime(rs.getString("element"), rs.getString("task"), rs.getLong("tasks"),
                        Math.round(rs.getDouble("median") / MILLIS), Math.round(rs.getDouble("p95") / MILLIS))).list();
    }
}
