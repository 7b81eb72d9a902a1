package org.zhibao.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhibao.testing.CountyCheck;

/**
 * Measures how long the running cases of a period take to follow their process to a version with one more step while
 * enterprises submit, how long a dry run over all of them takes, and that the way back goes on by itself after a
 * {@code kill -9}. Also the clocks console over all their timers. Run by
 * {@code ./mvnw -Pbench verify -Dbench.main=org.zhibao.bench.MigrationBench -Dbench.databases=h2}, likewise
 * {@code postgres}; each row is printed as soon as it is measured.
 */
public final class MigrationBench {

    private static final int UNITS = Integer.getInteger("bench.units", 16_000);
    private static final int REPORTS = 40;
    private static final String SEEDED = "Demo data:";
    private static final String DATABASE = "migration";
    private static final String MOVES = "/api/v1/case-moves";
    private static final String MODEL = "/api/v1/models/filing.bpmn";
    private static final String OPEN = "select count(*) from act_ru_execution e join act_re_procdef p "
            + "on p.id_ = e.proc_def_id_ where e.parent_id_ is null and p.key_ = 'filing'";
    private static final String TIMERS = " from act_ru_job where handler_type_ = 'timer-transition' "
            + "and process_def_key_ = 'filing'";

    private final BenchDatabase database;
    private final Path folder;
    private final Results results;

    private MigrationBench(BenchDatabase database, Path folder, Results results) {
        this.database = database;
        this.folder = folder;
        this.results = results;
    }

    /** Runs the measurements on each database of {@code bench.databases}. */
    public static void main(String[] arguments) throws Exception {
        Benchmark.onEachDatabase("migration", new Results(),
                (database, folder, found) -> new MigrationBench(database, folder, found).run());
    }

    private void run() throws Exception {
        int edited;
        long back;
        try (Platform platform = start()) {
            platform.await(SEEDED);
            Session admin = Session.signIn(platform, "admin");
            String period = admin.read("/api/v1/periods").at("/0/code").asText();
            new Opening(platform, admin, period).awaitEnd();
            edited = deploy(admin);
            clocks(admin);
            moveWhileEnterprisesSubmit(platform, admin, period, edited);
            look(platform, admin, edited);
            back = start(admin, order(edited, edited - 1, false));
            platform.await(() -> done(admin, back) > UNITS / 3, "to move a third back");
        }
        try (Platform platform = start()) {
            platform.await(SEEDED);
            Session admin = Session.signIn(platform, "admin");
            platform.await(() -> finished(admin, back), "to move the rest back");
            add("the way back, ended by kill -9 after a third", "goes on by itself", "done %.1f s after the new start",
                    platform.age());
        }
        try (Connection beside = database.connect(DATABASE)) {
            add("after it", "every case on its version, each task with one timer", "%s", faults(beside, edited - 1));
        }
    }

    private void clocks(Session admin) throws Exception {
        Latencies pages = new Latencies();
        List<String> queries = List.of("", "?kind=DEADLINE", "?process=filing&stage=FILL_IN", "?area=430100",
                "?due=WEEK&page=7", "?kind=DEADLINE&page=300", "?state=FAILED", "?due=PAST");
        for (int i = 0; i < 5; i++) {
            for (String query : queries) {
                pages.measure(() -> admin.get("/admin/clocks" + query));
            }
        }
        results.add(database.name(), "clocks console over all timers, a page of 50", "-", pages);
    }

    private void look(Platform platform, Session admin, int edited) throws Exception {
        long before = System.nanoTime();
        long id = start(admin, order(edited, edited - 1, true));
        platform.await(() -> finished(admin, id), "to look at all cases");
        double seconds = (System.nanoTime() - before) / 1e9;
        long ready = admin.read(MOVES + "/" + id).at("/outcomes/READY").asLong();
        add("dry run over " + ready + " cases", "-", "%.1f s, %.0f/s", seconds, ready / seconds);
    }

    private void moveWhileEnterprisesSubmit(Platform platform, Session admin, String period, int edited)
            throws Exception {
        List<Report> reports = Report.some(REPORTS, platform, admin, period);
        long before = System.nanoTime();
        long id = start(admin, order(edited - 1, edited, false));
        Latencies meanwhile = new Latencies();
        int submitted = 0;
        for (Report report : reports) {
            report.save();
            meanwhile.measure(report::submit);
            submitted++;
        }
        boolean running = !finished(admin, id);
        platform.await(() -> finished(admin, id), "to move all cases");
        double seconds = (System.nanoTime() - before) / 1e9;
        JsonNode outcomes = admin.read(MOVES + "/" + id).get("outcomes");
        add("moving " + outcomes.path("MOVED").asLong() + " cases, " + submitted + " enterprises submit meanwhile",
                "under 300 s", "%.1f s, %.0f/s, outcomes " + outcomes.toString().replace("\"", ""), seconds,
                outcomes.path("MOVED").asLong() / seconds);
        results.add(database.name(), "submission while cases move, one client" + (running ? "" : " (it ended before the "
                + "last)") + ", " + submitted, "not blocked", meanwhile);
    }

    private static Map<String, Object> order(int from, int to, boolean dryRun) {
        return Map.of("process", "filing", "from", List.of(from), "to", to, "dryRun", dryRun, "reason", "bench",
                "steps", Map.of(CountyCheck.TASK, "UserTask_CityReview"));
    }

    private static long start(Session admin, Map<String, Object> order) throws IOException, InterruptedException {
        return admin.post(MOVES, order).get("id").asLong();
    }

    private static boolean finished(Session admin, long id) throws IOException, InterruptedException {
        return "DONE".equals(admin.read(MOVES + "/" + id).get("state").asText());
    }

    private static long done(Session admin, long id) throws IOException, InterruptedException {
        return admin.read(MOVES + "/" + id).at("/outcomes/MOVED").asLong();
    }

    /** Deploys the process with one more step as an administrator does; gives its version. */
    private static int deploy(Session admin) throws IOException, InterruptedException {
        int inForce = admin.read(MODEL).at("/0/version").asInt();
        return admin.post(MODEL + "/versions", Map.of("xml", CountyCheck.model(), "reason", "bench", "baseVersion", inForce))
                .get("version").asInt();
    }

    /** What is wrong in the database: nothing, or which counts are not as many as there are open cases. */
    private static String faults(Connection database, int version) throws SQLException {
        long open = BenchDatabase.number(database, OPEN);
        Map<String, String> counts = Map.of(
                "cases on the version", OPEN + " and p.version_ = " + version,
                "filings with an open task", "select count(*) from filing where task_id is not null",
                "tasks due when the filing says", "select count(*) from filing f join act_ru_task t on t.id_ = f.task_id "
                        + "and t.due_date_ is not null",
                "timers", "select count(*)" + TIMERS,
                "tasks with a timer", "select count(distinct process_instance_id_)" + TIMERS);
        String faults = BenchDatabase.otherThan(open, counts, database);
        return faults.isEmpty() ? open + " cases, tasks and timers, none twice" : faults;
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
