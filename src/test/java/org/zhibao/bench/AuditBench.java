package org.zhibao.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures what auditors wait for: the search over ten quarters of finished cases, cases, the quarter, evidence.
 * {@code ./mvnw -Pbench verify -Dbench.main=org.zhibao.bench.AuditBench -Dbench.databases=postgres}
 */
public final class AuditBench {

    private static final int UNITS = Integer.getInteger("bench.units", 16_000);
    private static final int QUARTERS = 10;
    private static final int FIRST_YEAR = 2022;
    private static final int REPORTS = 20;
    private static final int ROUNDS = 4;
    private static final int PAGES = 3;
    /** The quarter whose cases are opened. */
    private static final String OPENED = "2023Q3";
    private static final int CASES = 60;
    private static final int BUNDLES = 10;
    private static final String SEEDED = "Demo data:";
    private static final String DATABASE = "audit";
    private static final String API = "/api/v1/audit/";

    /** Each condition alone and the usual ones together. */
    private static final List<String> QUESTIONS = List.of("", "period=2023Q2", "area=430100", "area=430102",
            "course=FINISHED", "course=RUNNING", "status=ARCHIVED&area=430600", "text=183810013", "text=1838",
            "person=city430100", "person=province", "from=2023-01-10&until=2023-01-10", "from=2023-01-01&until=2023-01-31",
            "from=2022-01-01&until=2023-12-31", "person=province&from=2022-01-01&until=2023-12-31",
            "person=city430200&from=2023-01-01&until=2023-03-31&period=2023Q1&area=430200");

    private final BenchDatabase database;
    private final Path folder;
    private final Results results;

    private AuditBench(BenchDatabase database, Path folder, Results results) {
        this.database = database;
        this.folder = folder;
        this.results = results;
    }

    /** Measures on each database of {@code bench.databases}. */
    public static void main(String[] arguments) throws Exception {
        Benchmark.onEachDatabase("audit", new Results(),
                (database, folder, found) -> new AuditBench(database, folder, found).run());
    }

    private void run() throws Exception {
        try (Platform platform = start()) {
            platform.await(SEEDED);
        }
        try (Connection beside = database.connect(DATABASE)) {
            CaseRows rows = new CaseRows(beside);
            for (int i = 0; i < QUARTERS; i++) {
                int year = FIRST_YEAR + i / 4;
                String period = year + "Q" + (i % 4 + 1);
                rows.add(period, i, "%d-%02d-01".formatted(year, 1 + i % 4 * 3), period.equals(OPENED));
            }
            if (database.name().equals("PostgreSQL")) {
                try (var statement = beside.createStatement()) {
                    statement.execute("vacuum analyze");
                }
            }
        }
        try (Platform platform = start()) {
            platform.await(SEEDED);
            Session auditor = Session.signIn(platform, "auditor");
            search(auditor);
            cases(auditor);
            quarters(auditor);
        }
    }

    private void search(Session auditor) throws Exception {
        long total = auditor.read(API + "cases?course=FINISHED&size=1").get("total").asLong();
        for (String question : QUESTIONS) {
            Latencies one = new Latencies();
            for (int round = 0; round < ROUNDS; round++) {
                String[] after = {""};
                for (int page = 0; page < PAGES && after[0] != null; page++) {
                    Latencies.Request leaf = () -> after[0] = next(auditor.read(API + "cases?" + question + after[0]));
                    if (round == 0) {
                        leaf.send();
                    } else {
                        one.measure(leaf);
                    }
                }
            }
            results.add(database.name(), "search among " + total + " finished cases: " + (question.isEmpty() ? "all" : question),
                    "under 1 s a page", one);
        }
    }

    private static String next(JsonNode page) {
        return page.get("next").isNull() ? null : "&after=" + page.get("next").asText();
    }

    private void cases(Session auditor) throws Exception {
        List<Long> ids = new ArrayList<>();
        auditor.read(API + "cases?period=" + OPENED + "&size=" + CASES).get("cases").forEach(c -> ids.add(c.get("id").asLong()));
        Latencies pages = new Latencies();
        for (long id : ids) {
            pages.measure(() -> {
                JsonNode one = auditor.read(API + "cases/" + id);
                auditor.read(API + "cases/" + id + "/timeline");
                auditor.get(API + "cases/" + id + "/runs/" + one.at("/runs/0/id").asText() + "/diagram");
            });
        }
        results.add(database.name(), "a case: head, timeline and diagram, one after the other", "under 1 s", pages);
        Latencies revisions = new Latencies();
        for (long id : ids) {
            revisions.measure(() -> auditor.read(API + "cases/" + id + "/revisions/2"));
        }
        results.add(database.name(), "a revision beside the one before", "under 1 s", revisions);
        Latencies bundles = new Latencies();
        for (long id : ids.subList(0, BUNDLES)) {
            bundles.measure(() -> auditor.get(API + "cases/" + id + "/evidence.zip"));
        }
        results.add(database.name(), "evidence of a case with two revisions", "", bundles);
    }

    private void quarters(Session auditor) throws Exception {
        Latencies quarters = new Latencies();
        for (String period : List.of("2022Q1", "2022Q3", "2023Q1", "2023Q3", "2024Q1")) {
            quarters.measure(() -> auditor.read(API + "quarters/" + period));
        }
        results.add(database.name(), "a quarter of " + UNITS + " cases in figures", "", quarters);
    }

    private Platform start() throws IOException {
        List<String> arguments = new ArrayList<>(database.arguments(DATABASE));
        arguments.add("--zhibao.demo-data.units=" + UNITS);
        arguments.add("--zhibao.demo-data.with-history=" + REPORTS);
        // the present quarter stays closed: nothing else is to run meanwhile
        arguments.add("--camunda.bpm.job-execution.enabled=false");
        return Platform.start(folder, arguments);
    }
}
