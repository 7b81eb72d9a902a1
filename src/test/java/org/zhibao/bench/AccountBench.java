package org.zhibao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures accounts for a whole roster: made in the background, cut off by {@code kill -9}, made to the end, none twice;
 * then all their slips, each with a password drawn and hashed as it is printed.
 */
public final class AccountBench {

    private static final int UNITS = Integer.getInteger("bench.units", 16_000);
    private static final int PRINTERS = 2;
    private static final String SEEDED = "Demo data:";
    private static final String DATABASE = "accounts";
    private static final String KEEPER = "chief";
    private static final String PASSWORD = "Correct-Horse-7";
    private static final String PAGE = "/admin/accounts/issues";
    private static final Pattern PROGRESS = Pattern.compile("<progress value=\"(\\d+)\"");
    private static final Pattern COUNTY = Pattern.compile("<input type=\"hidden\" name=\"area\" value=\"(\\d{6})\">");

    private final BenchDatabase database;
    private final Path folder;
    private final Results results;

    private AccountBench(BenchDatabase database, Path folder, Results results) {
        this.database = database;
        this.folder = folder;
        this.results = results;
    }

    /** Runs the measurements on each database of {@code bench.databases}. */
    public static void main(String[] arguments) throws Exception {
        Benchmark.onEachDatabase("accounts", new Results(),
                (database, folder, found) -> new AccountBench(database, folder, found).run());
    }

    private void run() throws Exception {
        try (Platform platform = start(List.of("--zhibao.demo-data.units=" + UNITS,
                "--zhibao.demo-data.with-history=0"))) {
            platform.await(SEEDED);
            Session admin = Session.signIn(platform, "admin");
            new Opening(platform, admin, admin.read("/api/v1/periods").at("/0/code").asText()).awaitEnd();
        }
        takeAllAccountsOfUnits();
        int made = makeUntilKilled();
        try (Platform platform = startWithoutDemo()) {
            Session keeper = signIn(platform);
            double started = platform.age();
            platform.await(() -> made(keeper) < 0, "to make all accounts");
            double seconds = platform.age() - started;
            add("the other " + (UNITS - made) + " accounts, by itself after a new start", "under 5 min altogether",
                    "%.1f s, %.0f/s", seconds, (UNITS - made) / seconds);
            print(keeper);
        }
        try (Connection beside = database.connect(DATABASE)) {
            add("accounts of units afterwards", "one for each", "%d for %d units, %d without a slip",
                    BenchDatabase.number(beside, "select count(*) from account where role = 'ENTERPRISE'"),
                    BenchDatabase.number(beside, "select count(distinct org_code) from account where role = 'ENTERPRISE'"),
                    BenchDatabase.number(beside, "select count(*) from account where slip_due"));
        }
    }

    private int makeUntilKilled() throws Exception {
        try (Platform platform = startWithoutDemo()) {
            Session keeper = signIn(platform);
            long before = System.nanoTime();
            keeper.postForm(PAGE, "area=430000");
            platform.await(() -> made(keeper) >= UNITS / 3, "to make a third of the accounts");
            int made = made(keeper);
            double seconds = (System.nanoTime() - before) / 1e9;
            add("accounts made for " + UNITS + " units on the roster, until kill -9", "", "%d in %.1f s, %.0f/s", made,
                    seconds, made / seconds);
            return made;
        }
    }

    private void print(Session keeper) throws Exception {
        List<String> counties = new ArrayList<>();
        Matcher county = COUNTY.matcher(keeper.get(PAGE));
        while (county.find()) {
            counties.add(county.group(1));
        }
        Latencies pages = new Latencies();
        long before = System.nanoTime();
        int printed = Clients.work(PRINTERS, counties, code -> {
            int slips = 0;
            for (String page = "zb-slip"; page.contains("zb-slip");) {
                long sent = System.nanoTime();
                page = keeper.postForm(PAGE + "/slips", "area=" + code);
                if (page.contains("zb-slip")) {
                    slips += page.split("class=\"zb-panel zb-slip\"", -1).length - 1;
                    synchronized (pages) {
                        pages.add(System.nanoTime() - sent);
                    }
                }
            }
            return slips;
        }).stream().mapToInt(Integer::intValue).sum();
        double seconds = (System.nanoTime() - before) / 1e9;
        add("slips of all counties printed, " + PRINTERS + " printers", "under 5 min", "%d in %.1f s, %.0f/s", printed,
                seconds, printed / seconds);
        results.add(database.name(), "one page of up to 100 slips", "", pages);
    }

    /** Those the run under way has made; negative if none is under way. */
    private static int made(Session keeper) throws IOException, InterruptedException {
        Matcher progress = PROGRESS.matcher(keeper.get(PAGE));
        return progress.find() ? Integer.parseInt(progress.group(1)) : -1;
    }

    private void takeAllAccountsOfUnits() throws SQLException {
        try (Connection beside = database.connect(DATABASE); Statement statement = beside.createStatement()) {
            statement.execute("delete from act_ru_authorization where user_id_ in (select user_id from account where "
                    + "role = 'ENTERPRISE')");
            statement.execute("delete from act_id_membership where user_id_ in (select user_id from account where "
                    + "role = 'ENTERPRISE')");
            statement.execute("delete from act_id_user where id_ in (select user_id from account where "
                    + "role = 'ENTERPRISE')");
            statement.execute("delete from account where role = 'ENTERPRISE'");
        }
    }

    private static Session signIn(Platform platform) throws Exception {
        platform.await("Started ZhibaoApplication");
        return Session.signIn(platform, KEEPER, PASSWORD, "127.0.0.1");
    }

    /** Demo data would bring the accounts back. */
    private Platform startWithoutDemo() throws IOException {
        return start(List.of("--zhibao.demo=false", "--zhibao.admin.username=" + KEEPER,
                "--zhibao.admin.password=" + PASSWORD));
    }

    private Platform start(List<String> more) throws IOException {
        List<String> arguments = new ArrayList<>(database.arguments(DATABASE));
        arguments.addAll(more);
        return Platform.start(folder, arguments);
    }

    private void add(String what, String promise, String format, Object... values) {
        results.add(database.name(), what, promise, format, values);
    }
}
