package org.zhibao.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/** What is measured on one database after the other. */
interface Benchmark {

    /** @param folder of its own, for what the measured applications leave */
    void run(BenchDatabase database, Path folder, Results results) throws Exception;

    /**
     * Runs it on each database of {@code bench.databases}; leaves its table beside {@code bench.report}, also if it breaks
     * off.
     *
     * @param name    of its table
     * @param results what was measured before
     */
    static void onEachDatabase(String name, Results results, Benchmark benchmark) throws Exception {
        Path report = Path.of(System.getProperty("bench.report"));
        Files.createDirectories(report.getParent());
        for (String which : System.getProperty("bench.databases", "h2,postgres").split(",")) {
            Path folder = Files.createTempDirectory(report.getParent(), name + "-" + which);
            try (BenchDatabase database = BenchDatabase.of(which, folder)) {
                benchmark.run(database, folder, results);
            } finally {
                Files.writeString(report.resolveSibling(name + ".md"), results.markdown());
            }
        }
        System.exit(0);
    }
}
