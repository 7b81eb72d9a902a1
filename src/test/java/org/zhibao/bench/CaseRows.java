package org.zhibao.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Fills a database with finished cases: a filing of every unit for each of some old quarters, with letters and history. */
final class CaseRows {

    private static final long FIRST = 50_000_000L;
    /** What happens to every case, one step a day: action, level, user. */
    private static final List<String[]> STEPS = List.of(
            new String[] {"SUBMIT", "ENTERPRISE", "f.org_code", "f.unit_name"},
            new String[] {"RETURN", "CITY", "'city' || f.city_code", "'市级审核员'"},
            new String[] {"SUBMIT", "ENTERPRISE", "f.org_code", "f.unit_name"},
            new String[] {"FORWARD", "CITY", "'city' || f.city_code", "'市级审核员'"},
            new String[] {"ACCEPT", "PROVINCE", "'province'", "'省级审核员'"},
            new String[] {"ARCHIVE", "PROVINCE", "'province'", "'省级审核员'"});
    private static final List<String[]> TASKS = List.of(new String[] {"UserTask_FillIn", "企业填报"},
            new String[] {"UserTask_CityReview", "市级审核"}, new String[] {"UserTask_Rectify", "限期整改"});

    private final Connection connection;

    CaseRows(Connection connection) {
        this.connection = connection;
    }

    /**
     * Adds the cases of one quarter.
     *
     * @param number tells the quarters apart
     * @param day    its first one
     * @param whole  whether the copies of record are real ones, not empty: most cases are only searched
     */
    void add(String period, int number, String day, boolean whole) throws SQLException {
        long first = FIRST + number * 1_000_000L;
        String mine = " from filing f";
        String those = " where f.period = '" + period + "'";
        String from = "timestamp with time zone '" + day + " 09:00:00+08:00' + mod(f.id, 20) * interval '1' day";
        String key = "'" + period + "-' || f.org_code";
        update("insert into reporting_period (code, version, enterprise_due, city_due, province_due, state, expected_count, "
                + "opened_count, opened_at, closes_at, report_due, archive_due) select '" + period + "', 0, enterprise_due, "
                + "city_due, province_due, 'ARCHIVED', 0, 0, enterprise_due, closes_at, report_due, archive_due "
                + "from reporting_period order by code limit 1");
        update("insert into filing (id, org_code, period, unit_name, city_code, county_code, process_instance_id, stage, "
                + "status, sort_at, overdue, late, check_failed, revision, accepted_revision, submitted_at, version) select f.id, "
                + "f.org_code, '" + period + "', f.name, f.city_code, f.county_code, " + key
                + ", 'ARCHIVED', 'ARCHIVED', timestamp with time zone '9999-12-31 00:00:00+00:00', false, false, false, 2, 2, "
                + from + ", 0 from (select " + first + " + row_number() over (order by org_code) as id, org_code, name, city_code, "
                + "county_code from reporting_unit) f");
        for (int revision = 1; revision <= 2; revision++) {
            String other = revision == 1 ? "null" : "'" + "0".repeat(64) + "'";
            update("insert into filing_revision (filing_id, number, receipt, content, sha256, previous_sha256, received_at, "
                    + "submitted_by, late) select f.id, " + revision + ", " + key + " || '-0" + revision + "', "
                    + (whole ? "r.content" : "cast('{}' as bytea)") + ", r.sha256, " + other + ", " + from + ", f.org_code, false" + mine
                    + " join (select content, sha256 from filing_revision order by id limit 1) r on 1 = 1" + those);
        }
        for (int step = 0; step < STEPS.size(); step++) {
            String[] s = STEPS.get(step);
            String at = from + " + interval '" + step + "' day";
            update("insert into filing_correspondence (filing_id, action, role, user_id, user_name, reason, fields, revision, "
                    + "at) select f.id, '" + s[0] + "', '" + s[1] + "', " + s[2] + ", " + s[3] + ", '请核实数据', '', 1, " + at
                    + mine + those);
            update("insert into audit_entry (at, user_id, user_name, role, area, address, action, subject, detail) select "
                    + at + ", " + s[2] + ", " + s[3] + ", '" + s[1] + "', f.county_code, '10.0.0.1', '" + s[0]
                    + "', 'filing/" + period + "/' || f.org_code, 'revision 1'" + mine + those);
        }
        for (String person : List.of("c.user_id", "c.user_name", "''")) {
            update("insert into filing_actor (org_code, period, person, first_at, last_at) select x.org_code, x.period, "
                    + "x.person, min(x.at), max(x.at) from (select f.org_code, f.period, " + person + " as person, c.at"
                    + mine + " join filing_correspondence c on c.filing_id = f.id" + those
                    + ") x group by x.org_code, x.period, x.person");
        }
        history(key, day, mine, those);
    }

    /** What the engine would remember: the process, some of its tasks. */
    private void history(String key, String day, String mine, String those) throws SQLException {
        String from = "timestamp '" + day + " 09:00:00' + mod(f.id, 20) * interval '1' day";
        String model = " join (select id_ from act_re_procdef where key_ = 'filing' order by version_ desc limit 1) d on 1 = 1";
        update("insert into act_hi_procinst (id_, proc_inst_id_, root_proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, "
                + "start_time_, end_time_, duration_, start_act_id_, state_) select " + key + ", " + key + ", " + key + ", "
                + key + ", 'filing', d.id_, " + from + ", " + from + " + interval '6' day, 518400000, 'StartEvent_Opened', "
                + "'COMPLETED'" + mine + model + those);
        for (int i = 0; i < TASKS.size(); i++) {
            String[] t = TASKS.get(i);
            String id = key + " || '-" + i + "'";
            String at = from + " + interval '" + i + "' day";
            String took = ", 3600000 * (1 + mod(f.id, 20))";
            update("insert into act_hi_taskinst (id_, task_def_key_, proc_def_key_, proc_def_id_, root_proc_inst_id_, "
                    + "proc_inst_id_, name_, assignee_, start_time_, end_time_, duration_, delete_reason_) select " + id + ", '"
                    + t[0] + "', 'filing', d.id_, " + key + ", " + key + ", '" + t[1] + "', f.org_code, " + at + ", " + at
                    + took + ", 'completed'" + mine + model + those);
            update("insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, "
                    + "execution_id_, act_id_, act_name_, act_type_, start_time_, end_time_, duration_, act_inst_state_) "
                    + "select 'a' || " + id + ", 'filing', d.id_, " + key + ", " + key + ", " + key + ", '" + t[0] + "', '" + t[1]
                    + "', 'userTask', " + at + ", " + at + took + ", 0" + mine + model + those);
        }
    }

    private void update(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
