package org.zhibao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhibao.period.Quarter;

/**
 * Measures what keeps time: how long it takes to re-date all open tasks of a period while enterprises submit, and how
 * long until everything that became due during three days of downtime is marked.
 */
public final class ClockBench {

    /** Those of filings; the period and its areas have their own. */
    private static final String TIMERS = "handler_type_ = 'timer-transition' and process_def_key_ = 'filing'";
    private static final int UNITS = Integer.getInteger("bench.units", 16_000);
    private static final int REPORTS = 40;
    private static final int REDATINGS = 2;
    private static final Duration DOWN = Duration.ofDays(3);
    private static final String SEEDED = "Demo data:";
    private static final String DATABASE = "clocks";

    private final BenchDatabase database;
    private final Path folder;
    private final Results results;

    private ClockBench(BenchDatabase database, Path folder, Results results) {
        this.database = database;
        this.folder = folder;
        this.results = results;
    }

    /** Runs the measurements on each database of {@code bench.databases}. */
    public static void main(String[] arguments) throws Exception {
        Benchmark.onEachDatabase("clocks", new Results(),
                (database, folder, found) -> new ClockBench(database, folder, found).run());
    }

    private void run() throws Exception {
        try (Platform platform = start()) {
            platform.await(SEEDED);
            Session admin = Session.signIn(platform, "admin");
            String period = admin.read("/api/v1/periods").at("/0/code").asText();
            new Opening(platform, admin, period).awaitEnd();
            redate(platform, admin, period);
            redateWhileEnterprisesSubmit(platform, admin, period);
        }
        long open = comeBackAfterDowntime();
        try (Platform platform = start()) {
            platform.await(SEEDED);
            Session admin = Session.signIn(platform, "admin");
            platform.await(() -> late(admin) >= open, "to mark " + open + " overdue tasks");
            add("three days of downtime, " + open + " tasks due meanwhile: all marked overdue", "under 120 s",
                    "%.1f s after the start", platform.age());
        }
        try (Connection beside = database.connect(DATABASE)) {
            add("after it", "each marked once, each with its timer", "%s", faults(beside, open));
        }
    }

    private void redate(Platform platform, Session admin, String period) throws Exception {
        for (int i = 1; i <= REDATINGS; i++) {
            long before = System.nanoTime();
            long tasks = redate(platform, admin, period, i);
            double seconds = (System.nanoTime() - before) / 1e9;
            add("re-dating " + tasks + " open tasks" + (i == 1 ? " (first time)" : ""), "under 60 s", "%.1f s, %.0f/s",
                    seconds, tasks / seconds);
        }
    }

    private void redateWhileEnterprisesSubmit(Platform platform, Session admin, String period) throws Exception {
        List<Report> reports = Report.some(REPORTS, platform, admin, period);
        for (Report report : reports.subList(0, REPORTS / 2)) {
            report.save();
            report.submit();
        }
        Latencies meanwhile = new Latencies();
        long id = confirm(admin, period, REDATINGS + 1);
        int submitted = 0;
        for (Report report : reports.subList(REPORTS / 2, REPORTS)) {
            report.save();
            meanwhile.measure(report::submit);
            submitted++;
        }
        boolean running = !"DONE".equals(admin.read("/api/v1/redatings/" + id).get("state").asText());
        await(platform, admin, id);
        results.add(database.name(), "submission while a re-dating runs, one client"
                + (running ? "" : " (it ended before the last)") + ", " + submitted, "not blocked", meanwhile);
    }

    /** Re-dates a period to days at the end of its quarter; gives how many tasks moved. */
    private long redate(Platform platform, Session admin, String period, int round) throws Exception {
        return await(platform, admin, confirm(admin, period, round));
    }

    private long confirm(Session admin, String period, int round) throws Exception {
        LocalDate last = Quarter.parse(period).next().end();
        LocalDate province = last.minusDays(round % 2);
        Map<String, Object> days = Map.of("enterprise", province.minusDays(2).toString(),
                "city", province.minusDays(1).toString(), "province", province.toString());
        admin.postForm("/admin/deadlines/" + period, "enterprise=" + days.get("enterprise") + "&city=" + days.get("city")
                + "&province=" + days.get("province") + "&noticeNo=bench&reason=bench");
        return admin.post("/api/v1/redatings", Map.of("period", period, "enterprise", days.get("enterprise"), "city",
                days.get("city"), "province", days.get("province"), "reason", "bench " + round)).get("id").asLong();
    }

    private static long await(Platform platform, Session admin, long id) throws Exception {
        platform.await(() -> "DONE".equals(admin.read("/api/v1/redatings/" + id).get("state").asText()),
                "to re-date");
        return admin.read("/api/v1/redatings/" + id).at("/outcomes/MOVED").asLong();
    }

    /** Makes every open task due three days ago, as if nothing had run since; gives how many there are. */
    private long comeBackAfterDowntime() throws SQLException {
        Timestamp due = Timestamp.from(Instant.now().minus(DOWN));
        try (Connection beside = database.connect(DATABASE)) {
            for (String sql : List.of("update act_ru_job set duedate_ = ? where handler_type_ = 'timer-transition'",
                    "update act_ru_task set due_date_ = ?")) {
                try (PreparedStatement update = beside.prepareStatement(sql)) {
                    update.setTimestamp(1, due);
                    update.executeUpdate();
                }
            }
            try (PreparedStatement update = beside.prepareStatement(
                    "update filing set due_at = ?, sort_at = ? where task_id is not null")) {
                update.setObject(1, due.toInstant().atOffset(ZoneOffset.UTC));
                update.setObject(2, due.toInstant().atOffset(ZoneOffset.UTC));
                return update.executeUpdate();
            }
        }
    }

    private static long late(Session admin) throws IOException, InterruptedException {
        return admin.read("/api/v1/lateness?open=true&size=1").get("total").asLong();
    }

    /** What is wrong in the database: nothing, or which counts are not as many as there are open tasks. */
    private static String faults(Connection database, long open) throws SQLException {
        Map<String, String> counts = Map.of(
                "overdue filings", "select count(*) from filing where overdue",
                "entries of the ledger", "select count(*) from lateness",
                "late filings in the ledger", "select count(distinct filing_id) from lateness",
                "timers", "select count(*) from act_ru_job where " + TIMERS,
                "tasks with a timer", "select count(distinct process_instance_id_) from act_ru_job where " + TIMERS);
        String faults = BenchDatabase.otherThan(open, counts, database);
        return faults.isEmpty() ? open + " tasks, ledger entries and timers, none twice" : faults;
    }

    private Platform start() throws IOException {
        List<String> arguments = new ArrayList<>(database.arguments(DATABASE));
        arguments.add("--zhibao.demo-data.units=" + UNITS);
        arguments.add("--zhibao.demo-data.with-history=" + REPORTS);
        return Platform.start(folder, arguments);
    }

    private void add(String what, String promise, String format, Object... values) {
        results.add(database.name(), what, promise, format, values);
    }
}
