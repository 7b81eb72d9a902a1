package org.zhibao.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.registry.SourceKind;
import org.zhibao.rule.Links;
import org.zhibao.rule.ReviewRules;
import org.zhibao.rule.ReviewSubject;

/** Measures the review rules: all of them on one report, and a dry run of one of them over all reports of a period. */
public final class RuleBench {

    private static final int UNITS = Integer.getInteger("bench.units", 16_000);
    private static final int REPORTS = 400;
    private static final int WARM_UP = 400;
    private static final int MEASURED = 1_000;
    private static final List<String> SAMPLES = List.of("paper-mill", "power-plant", "sewage-plant");
    /** One rule on three cells, one that compares 55 with the quarter before, one that asks the register. */
    private static final List<String> TRIED = List.of("R10", "R45", "R14");
    private static final long COPIES = 10_000_000L;
    private static final String SEEDED = "Demo data:";
    private static final String DATABASE = "rules";

    private final BenchDatabase database;
    private final Path folder;
    private final Results results;

    private RuleBench(BenchDatabase database, Path folder, Results results) {
        this.database = database;
        this.folder = folder;
        this.results = results;
    }

    /** Measures the rules, then dry runs on each database of {@code bench.databases}. */
    public static void main(String[] arguments) throws Exception {
        Results results = new Results();
        onOneReport(results);
        Benchmark.onEachDatabase("rules", results,
                (database, folder, found) -> new RuleBench(database, folder, found).run());
    }

    private static void onOneReport(Results results) throws Exception {
        ReviewRules rules = ReviewRules.shipped(new IndicatorCatalogue());
        for (String sample : SAMPLES) {
            ReviewSubject subject = subject(sample);
            for (int i = 0; i < WARM_UP; i++) {
                rules.check(subject);
            }
            Latencies latencies = new Latencies();
            for (int i = 0; i < MEASURED; i++) {
                latencies.measure(() -> rules.check(subject));
            }
            results.add("-", "all rules on one report (" + sample + "), warm", "p95 under 5 ms", "p50 %.2f ms, p95 %.2f ms",
                    latencies.median(), latencies.quantile(0.95));
        }
    }

    /** A report with the quarter before, the year before, the earlier quarters and the annual figures beside it. */
    private static ReviewSubject subject(String sample) throws IOException {
        try (InputStream yaml = RuleBench.class.getResourceAsStream("/demo/golden/" + sample + ".yaml")) {
            Figures figures = new ObjectMapper(new YAMLFactory()).readValue(yaml, Figures.class);
            Set<SourceKind> kinds = Arrays.stream(figures.values().get("A21").split(",")).map(SourceKind::valueOf)
                    .collect(Collectors.toSet());
            return new ReviewSubject(figures, figures, figures, kinds, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30),
                    Map.of("orgCode", figures.values().get("A01"), "countyCode", figures.values().get("A06"), "cityCode",
                            "430100"), new Links(true, true, null, figures, figures));
        }
    }

    private void run() throws Exception {
        try (Platform platform = start()) {
            platform.await(SEEDED);
        }
        List<String> periods;
        try (Connection beside = database.connect(DATABASE)) {
            periods = periodsWithReports(beside);
            for (int i = 0; i < periods.size(); i++) {
                copyReports(beside, periods.get(i), COPIES * (i + 1));
            }
        }
        try (Platform platform = start()) {
            platform.await(SEEDED);
            Session admin = Session.signIn(platform, "admin");
            for (String rule : TRIED) {
                dryRun(admin, rule, periods.get(0));
            }
        }
    }

    private void dryRun(Session admin, String code, String period) throws Exception {
        JsonNode rule = admin.read("/api/v1/rules/" + code).at("/versions/0/rule");
        Latencies chunks = new Latencies();
        long[] state = {0, 0};
        long before = System.nanoTime();
        do {
            chunks.measure(() -> {
                JsonNode chunk = admin.post("/api/v1/rules/" + code + "/dry-run",
                        Map.of("rule", rule, "period", period, "after", state[0]));
                state[0] = chunk.get("next").asLong();
                state[1] += chunk.get("checked").asLong();
            });
        } while (state[0] != 0);
        results.add(database.name(), "dry run of " + code + " over " + state[1] + " reports", "under 60 s",
                "%.1f s in %d chunks, the slowest %.0f ms", (System.nanoTime() - before) / 1e9, chunks.count(),
                chunks.quantile(1));
    }

    /** The latest first. */
    private static List<String> periodsWithReports(Connection connection) throws SQLException {
        List<String> periods = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select distinct period from filing "
                        + "where accepted_revision is not null order by period desc")) {
            while (found.next()) {
                periods.add(found.getString(1));
            }
        }
        return periods;
    }

    /** Gives every unit that has no report of the period a copy of somebody's. */
    private static void copyReports(Connection connection, String period, long first) throws SQLException {
        String from = " from (select row_number() over (order by id) - 1 as place, f.* from filing f where period = '" + period
                + "' and id < " + COPIES + ") t ";
        long reports = BenchDatabase.number(connection, "select count(*)" + from);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into filing (id, org_code, period, unit_name, city_code, "
                    + "county_code, stage, status, due_at, sort_at, overdue, late, check_failed, revision, accepted_revision, "
                    + "submitted_at, version) select " + first + " + u.place, u.org_code, t.period, u.name, u.city_code, "
                    + "u.county_code, t.stage, t.status, t.due_at, t.sort_at, t.overdue, t.late, t.check_failed, t.revision, "
                    + "t.accepted_revision, t.submitted_at, 0" + from + "join (select row_number() over (order by org_code) "
                    + "as place, r.* from reporting_unit r where not exists (select 1 from filing f where f.period = '"
                    + period + "' and f.org_code = r.org_code)) u on mod(u.place, " + reports + ") = t.place");
            statement.executeUpdate("insert into filing_revision (filing_id, number, receipt, content, sha256, "
                    + "previous_sha256, received_at, submitted_by, late) select c.id, v.number, "
                    + "'C' || c.id || '-' || v.number, v.content, v.sha256, v.previous_sha256, v.received_at, v.submitted_by, "
                    + "v.late" + from + "join filing c on c.period = t.period and c.id >= " + COPIES + " and mod(c.id - "
                    + first + ", " + reports + ") = t.place join filing_revision v on v.filing_id = t.id");
        }
    }

    private Platform start() throws IOException {
        List<String> arguments = new ArrayList<>(database.arguments(DATABASE));
        arguments.add("--zhibao.demo-data.units=" + UNITS);
        arguments.add("--zhibao.demo-data.with-history=" + REPORTS);
        return Platform.start(folder, arguments);
    }
}
