package org.zhibao.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.operation.OpenCase;

/** Counts and lists open cases in the engine's tables, which the engine's own queries would read one by one. */
@Component
class CaseRows {

    /** How many cases of a version stand at a step. */
    record Standing(String definitionId, String activity, long cases) {
    }

    private static final String CASES = "from act_ru_execution e where e.parent_id_ is null and e.proc_def_id_ ";
    private static final String STANDING = "from act_ru_execution e where e.is_active_ = true and e.act_id_ is not null "
            + "and e.proc_def_id_ ";

    private final JdbcClient jdbc;

    CaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many cases are open by definition; those without any are left out. */
    Map<String, Long> open() {
        return jdbc.sql("select e.proc_def_id_, count(*) as cases from act_ru_execution e where e.parent_id_ is null "
                        + "group by e.proc_def_id_").query((rs, n) -> Map.entry(rs.getString(1), rs.getLong(2))).list()
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Where the cases of definitions stand, the most first. */
    List<Standing> standing(List<String> definitionIds) {
        if (definitionIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select e.proc_def_id_, e.act_id_, count(distinct e.proc_inst_id_) as cases " + STANDING
                        + "in (:ids) group by e.proc_def_id_, e.act_id_ order by cases desc, e.act_id_")
                .param("ids", definitionIds)
                .query((rs, n) -> new Standing(rs.getString(1), rs.getString(2), rs.getLong(3))).list();
    }

    /** The next open cases of a definition in the order of their ids. */
    List<OpenCase> next(String definitionId, int version, String after, int limit) {
        return jdbc.sql("select e.id_, e.business_key_, (select case when min(a.act_id_) = max(a.act_id_) "
                        + "then min(a.act_id_) end from act_ru_execution a where a.proc_inst_id_ = e.id_ "
                        + "and a.is_active_ = true and a.act_id_ is not null) as activity " + CASES
                        + "= :id and e.id_ > :after order by e.id_ limit " + limit)
                .param("id", definitionId).param("after", after)
                .query((rs, n) -> open(rs, version)).list();
    }

    private static OpenCase open(ResultSet rs, int version) throws SQLException {
        return new OpenCase(rs.getString("id_"), rs.getString("business_key_"), version, rs.getString("activity"));
    }
}
