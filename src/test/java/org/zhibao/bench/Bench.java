package org.zhibao.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the packaged platform: how fast a period opens, that an opening survives {@code kill -9}, worklists, forms,
 * checks, drafts, submissions. One run per database; the table goes to the file named by {@code bench.report}.
 */
public final class Bench {

    private static final int UNITS = Integer.getInteger("bench.units", 16_000);
    private static final int USUAL_UNITS = 376;
    private static final int WRITERS = 100;
    private static final int WARM_UP = 20;
    private static final int IN_BROWSER = 7;
    private static final int SUBMITTED_AT_EACH_LOAD = 80;
    private static final List<Integer> LOADS = List.of(2, 4, 8);
    private static final int REPORTS = WRITERS + SUBMITTED_AT_EACH_LOAD * (LOADS.size() + 1);
    private static final int PAGES = 240;
    private static final int BARE_STARTS = Math.min(4_000, UNITS);
    private static final String SEEDED = "Demo data:";

    private final BenchDatabase database;
    private final Path folder;
    private final Results results;

    private Bench(BenchDatabase database, Path folder, Results results) {
        this.database = database;
        this.folder = folder;
        this.results = results;
    }

    /** Runs all measurements on each database of {@code bench.databases}. */
    public static void main(String[] arguments) throws Exception {
        Benchmark.onEachDatabase("measurements", new Results(),
                (database, folder, found) -> new Bench(database, folder, found).run());
    }

    private void run() throws Exception {
        usualStart();
        double bare = BareEngine.startsPerSecond(database, BARE_STARTS);
        add("bare engine starting the same process", "", "%.0f/s", bare);
        try (Platform platform = start("large", UNITS)) {
            Session admin = open(platform, bare);
            use(platform, admin);
            killWhileOpening(platform, admin);
        }
        resumeOpening();
    }

    private void usualStart() throws Exception {
        for (String which : List.of("first", "second")) {
            try (Platform platform = start("usual", USUAL_UNITS)) {
                platform.await(SEEDED);
                add(which + " start with the usual demo data of 376 units",
                        which.equals("first") ? "under 20 s" : "", "%.1f s", platform.age());
            }
        }
    }

    /** Once the units are there, the demo data begin to open the current period. */
    private Session open(Platform platform, double bare) throws Exception {
        platform.await(SEEDED);
        long before = System.nanoTime();
        add("start with demo data of " + UNITS + " units, " + REPORTS + " with history", "", "%.1f s", platform.age());
        Session admin = Session.signIn(platform, "admin");
        new Opening(platform, admin, latest(admin)).awaitEnd();
        double seconds = (System.nanoTime() - before) / 1e9;
        add("opening a period for " + UNITS + " units", "under 60 s", "%.1f s, %.0f/s, %.2f of the bare engine", seconds,
                UNITS / seconds, UNITS / seconds / bare);
        return admin;
    }

    private void use(Platform platform, Session admin) throws Exception {
        String period = latest(admin);
        Worklist worklist = new Worklist(period, List.of(Session.signIn(platform, "province"),
                Session.signIn(platform, "city430100"), Session.signIn(platform, "city430600"),
                Session.signIn(platform, "county430102")));
        worklist.leaf(PAGES);
        List<Report> reports = reports(platform, admin, period);
        write(reports.subList(0, WRITERS));
        Chromium.open(platform, reports.subList(0, IN_BROWSER).stream().map(Report::orgCode).toList(), database.name(),
                results);
        int from = WRITERS;
        for (int clients : LOADS) {
            double rate = Clients.perSecond(clients, reports.subList(from, from += SUBMITTED_AT_EACH_LOAD), r -> {
                r.save();
                r.submit();
                return null;
            });
            add("save and submit, " + clients + " clients", "", "%.1f/s", rate);
        }
        review(platform, reports.subList(from, from + SUBMITTED_AT_EACH_LOAD));
        Worklist filled = new Worklist(period, List.of(Session.signIn(platform, "province"),
                Session.signIn(platform, "city430100"), Session.signIn(platform, "city430600"),
                Session.signIn(platform, "county430102")));
        filled.leaf(PAGES);
        filled.report(database.name(), results);
    }

    /** Enterprises of the units that have a history, signed in. */
    private List<Report> reports(Platform platform, Session admin, String period) throws Exception {
        String lastYear = (Integer.parseInt(period.substring(0, 4)) - 1) + period.substring(4);
        List<String> orgCodes = new ArrayList<>();
        for (String after = ""; after != null && orgCodes.size() < REPORTS;) {
            JsonNode page = admin.read("/api/v1/filings?size=200&period=" + lastYear
                    + (after.isEmpty() ? "" : "&after=" + after));
            page.get("filings").forEach(f -> orgCodes.add(f.get("orgCode").asText()));
            after = page.path("next").asText(null);
        }
        long before = System.nanoTime();
        List<Report> reports = Clients.work(4, orgCodes.subList(0, REPORTS),
                code -> Report.of(platform, code, period, lastYear));
        add("sign-ins (with three reads each), 4 clients", "", "%.1f/s", REPORTS / ((System.nanoTime() - before) / 1e9));
        return reports;
    }

    private void write(List<Report> reports) throws Exception {
        for (Report report : reports.subList(0, WARM_UP)) {
            report.openForm();
            report.save();
            report.explain();
        }
        Latencies forms = new Latencies();
        Latencies saves = new Latencies();
        Latencies checks = new Latencies();
        for (Report report : reports) {
            saves.measure(report::save);
            saves.measure(report::save);
            forms.measure(report::openForm);
            forms.measure(report::openForm);
            checks.measure(report::check);
            checks.measure(report::check);
        }
        results.add(database.name(), "form to fill in, HTML of the server", "part of 1.5 s", forms);
        results.add(database.name(), "check of a report", "under 300 ms", checks);
        results.add(database.name(), "draft saved", "", saves);
    }

    private void review(Platform platform, List<Report> reports) throws Exception {
        Reviewer province = new Reviewer(Session.signIn(platform, "province2"));
        Map<String, Reviewer> cities = new HashMap<>();
        for (Report report : reports) {
            if (!cities.containsKey(report.city())) {
                cities.put(report.city(), new Reviewer(Session.signIn(platform, "city" + report.city())));
            }
        }
        Latencies forms = new Latencies();
        double rate = Clients.perSecond(4, reports, r -> {
            r.save();
            r.submit();
            cities.get(r.city()).pass(r.id(), "FORWARD");
            province.pass(r.id(), "ACCEPT");
            return null;
        });
        add("whole cycles: save, submit, claim, forward, claim, accept, 4 clients", "", "%.1f/s", rate);
        for (Report report : reports) {
            forms.measure(() -> province.openForm(report.id()));
        }
        results.add(database.name(), "review form, HTML of the server", "part of 1.5 s", forms);
    }

    private void killWhileOpening(Platform platform, Session admin) throws Exception {
        Opening opening = Opening.next(platform, admin);
        opening.awaitOpened(UNITS / 3);
        int opened = opening.opened();
        platform.close();
        add("kill -9 while a second period opens", "", "after %d of %d filings", opened, UNITS);
    }

    private void resumeOpening() throws Exception {
        String period;
        try (Platform platform = start("large", UNITS)) {
            platform.await(SEEDED);
            Session admin = Session.signIn(platform, "admin");
            period = latest(admin);
            Opening opening = new Opening(platform, admin, period);
            int found = opening.opened();
            opening.awaitOpened(found + 1);
            add("it goes on after a new start", "by itself", "%.1f s after the start", platform.age());
            opening.awaitEnd();
            add("it ends", "", "%.1f s after the start", platform.age());
        }
        try (Connection beside = database.connect("large")) {
            add("filings after the interrupted opening", "all, none twice", "%s",
                    Opening.faults(beside, period, UNITS));
        }
    }

    private Platform start(String name, int units) throws IOException {
        List<String> arguments = new ArrayList<>(database.arguments(name));
        arguments.add("--zhibao.demo-data.units=" + units);
        arguments.add("--zhibao.demo-data.with-history=" + REPORTS);
        return Platform.start(folder, arguments);
    }

    private void add(String what, String promise, String format, Object... values) {
        results.add(database.name(), what, promise, format, values);
    }

    private static String latest(Session admin) throws IOException, InterruptedException {
        return admin.read("/api/v1/periods").at("/0/code").asText();
    }
}
