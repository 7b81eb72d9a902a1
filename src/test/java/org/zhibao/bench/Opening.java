package org.zhibao.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The opening of a period, as an administrator watches it. */
record Opening(Platform platform, Session admin, String period) {

    /** The period that comes after the latest one, planned and about to open. */
    static Opening next(Platform platform, Session admin) throws IOException, InterruptedException {
        String latest = admin.read("/api/v1/periods").at("/0/code").asText();
        int year = Integer.parseInt(latest.substring(0, 4));
        int quarter = Integer.parseInt(latest.substring(5));
        String next = quarter == 4 ? (year + 1) + "Q1" : year + "Q" + (quarter + 1);
        admin.post("/api/v1/periods", Map.of("code", next, "enterpriseDue", (year + 2) + "-01-10",
                "cityDue", (year + 2) + "-01-15", "provinceDue", (year + 2) + "-01-20"));
        admin.post("/api/v1/periods/" + next + "/opening", Map.of());
        return new Opening(platform, admin, next);
    }

    void awaitEnd() throws Exception {
        platform.await(() -> state().get("state").asText().equals("OPEN"), "to open " + period);
    }

    void awaitOpened(int filings) throws Exception {
        platform.await(() -> opened() >= filings, "to start " + filings + " filings of " + period);
    }

    int opened() throws IOException, InterruptedException {
        return state().get("opened").asInt();
    }

    /** What is wrong in the database after the opening: nothing, or which counts are not as many as there are units. */
    static String faults(Connection database, String period, int units) throws SQLException {
        String of = " where business_key_ like '" + period + "-%'";
        Map<String, String> counts = Map.of(
                "filings", "select count(*) from filing where period = '" + period + "'",
                "units with a filing", "select count(distinct org_code) from filing where period = '" + period + "'",
                "processes", "select count(*) from act_ru_execution" + of,
                "units with a process", "select count(distinct business_key_) from act_ru_execution" + of,
                "tasks", "select count(*) from act_ru_task t join act_ru_execution e on t.proc_inst_id_ = e.id_" + of,
                "timers", "select count(*) from act_ru_job j join act_ru_execution e on j.process_instance_id_ = e.id_"
                        + of);
        StringBuilder faults = new StringBuilder();
        for (Map.Entry<String, String> count : counts.entrySet()) {
            long found = BenchDatabase.number(database, count.getValue());
            if (found != units) {
                faults.append(found).append(' ').append(count.getKey()).append("! ");
            }
        }
        return faults.isEmpty() ? units + " filings, processes, tasks and timers, none twice" : faults.toString();
    }

    private JsonNode state() throws IOException, InterruptedException {
        return admin.read("/api/v1/periods/" + period);
    }
}
