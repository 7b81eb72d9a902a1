package org.zhibao.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures what a rush does: submissions of one enterprise after the other, alone and while hundreds of users sign in at
 * once, each from an address of its own; and what a request in a session costs.
 */
public final class SignInBench {

    private static final int USERS = Integer.getInteger("bench.users", 500);
    private static final int UNITS = USERS + 100;
    private static final int REPORTS = 90;
    private static final int WARM_UP = 10;
    private static final int ALONE = 40;
    private static final int READS = 1_000;
    private static final String SEEDED = "Demo data:";

    private final BenchDatabase database;
    private final Path folder;
    private final Results results;

    private SignInBench(BenchDatabase database, Path folder, Results results) {
        this.database = database;
        this.folder = folder;
        this.results = results;
    }

    /** Runs the measurements on each database of {@code bench.databases}. */
    public static void main(String[] arguments) throws Exception {
        Benchmark.onEachDatabase("sign-in", new Results(),
                (database, folder, found) -> new SignInBench(database, folder, found).run());
    }

    private void run() throws Exception {
        try (Platform platform = start()) {
            platform.await(SEEDED);
            Session admin = Session.signIn(platform, "admin");
            String period = admin.read("/api/v1/periods").at("/0/code").asText();
            new Opening(platform, admin, period).awaitEnd();
            read(admin);
            List<Report> reports = Report.some(REPORTS, platform, admin, period);
            for (Report report : reports.subList(0, WARM_UP)) {
                report.save();
                report.submit();
            }
            List<Report> alone = reports.subList(WARM_UP, WARM_UP + ALONE);
            List<Report> meanwhile = reports.subList(WARM_UP + ALONE, REPORTS);
            for (Report report : reports.subList(WARM_UP, REPORTS)) {
                report.save();
            }
            Latencies submissions = new Latencies();
            for (Report report : alone) {
                submissions.measure(report::submit);
            }
            results.add(database.name(), "submissions, nobody signs in", "", submissions);
            rush(platform, admin, meanwhile);
        }
    }

    private void read(Session session) throws Exception {
        Latencies reads = new Latencies();
        for (int i = 0; i < READS; i++) {
            if (i == READS / 2) {
                reads = new Latencies();
            }
            reads.measure(() -> session.read("/api/v1/periods"));
        }
        results.add(database.name(), "small answer of the API in a session, one client", "", reads);
    }

    private void rush(Platform platform, Session admin, List<Report> meanwhile) throws Exception {
        List<String> users = users(admin);
        Latencies signIns = new Latencies();
        AtomicInteger refused = new AtomicInteger();
        ExecutorService people = Executors.newFixedThreadPool(USERS);
        long before = System.nanoTime();
        for (int i = 0; i < USERS; i++) {
            String user = users.get(i);
            String address = "10.9." + i / 200 + "." + (1 + i % 200);
            people.submit(() -> {
                long sent = System.nanoTime();
                try {
                    Session.signIn(platform, user, Session.PASSWORD, address);
                    synchronized (signIns) {
                        signIns.add(System.nanoTime() - sent);
                    }
                } catch (IOException notLetIn) {
                    refused.incrementAndGet();
                }
                return null;
            });
        }
        people.shutdown();
        Latencies submissions = new Latencies();
        int during = 0;
        for (Report report : meanwhile) {
            submissions.measure(report::submit);
            during += people.isTerminated() ? 0 : 1;
        }
        people.awaitTermination(2, TimeUnit.MINUTES);
        double seconds = (System.nanoTime() - before) / 1e9;
        results.add(database.name(), "submissions while " + USERS + " users sign in at once (" + during + " of "
                + meanwhile.size() + " during the rush)", "p95 under 2 s", submissions);
        results.add(database.name(), "the sign-ins, with the login page before and the home page after", "", signIns
                + ", " + refused.get() + " told to wait, all after " + Math.round(seconds) + " s");
    }

    private List<String> users(Session admin) throws Exception {
        List<String> codes = new ArrayList<>();
        for (String after = ""; after != null && codes.size() < USERS;) {
            JsonNode page = admin.read("/api/v1/filings?size=200" + (after.isEmpty() ? "" : "&after=" + after));
            page.get("filings").forEach(f -> {
                if (!codes.contains(f.get("orgCode").asText())) {
                    codes.add(f.get("orgCode").asText());
                }
            });
            after = page.path("next").asText(null);
        }
        return codes;
    }

    private Platform start() throws IOException {
        List<String> arguments = new ArrayList<>(database.arguments("rush"));
        arguments.add("--zhibao.demo-data.units=" + UNITS);
        arguments.add("--zhibao.demo-data.with-history=" + REPORTS);
        arguments.add("--server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1|0:0:0:0:0:0:0:1");
        return Platform.start(folder, arguments);
    }
}
