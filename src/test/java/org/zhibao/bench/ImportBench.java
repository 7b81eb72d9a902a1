package org.zhibao.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.zhibao.registry.UnitField;
import org.zhibao.registry.UnitTexts;

/**
 * Measures the import of a yearly list: upload with preview, application and undoing, all units new, then all changed, as
 * a workbook and as CSV.
 */
public final class ImportBench {

    private static final int UNITS = Integer.getInteger("bench.units", 16_000);
    private static final int FIRST = 78_000_000;
    private static final int DEMO_UNITS = 50;
    private static final String SEEDED = "Demo data:";
    private static final String YEAR = "2031";

    private final BenchDatabase database;
    private final Path folder;
    private final Results results;

    private ImportBench(BenchDatabase database, Path folder, Results results) {
        this.database = database;
        this.folder = folder;
        this.results = results;
    }

    /** Runs the measurements on each database of {@code bench.databases}. */
    public static void main(String[] arguments) throws Exception {
        Benchmark.onEachDatabase("imports", new Results(),
                (database, folder, found) -> new ImportBench(database, folder, found).run());
    }

    private void run() throws Exception {
        List<String> arguments = new ArrayList<>(database.arguments("imports"));
        arguments.add("--zhibao.demo-data.units=" + DEMO_UNITS);
        try (Platform platform = Platform.start(folder, arguments)) {
            platform.await(SEEDED);
            Session admin = Session.signIn(platform, "admin");
            byte[] workbook = workbook(units(""));
            long fresh = preview(admin, "list.xlsx", workbook, "all new, workbook of " + workbook.length / 1000 + " kB");
            act("applied in one transaction", () -> admin.post(path(fresh, "application"), Map.of()));
            byte[] csv = UnitTexts.csv("国控", YEAR, units("改")).getBytes(StandardCharsets.UTF_8);
            long changed = preview(admin, "list.csv", csv, "all renamed, CSV of " + csv.length / 1000 + " kB");
            act("applied in one transaction", () -> admin.post(path(changed, "application"), Map.of()));
            act("undone in one transaction", () -> admin.post(path(changed, "undo"), Map.of("reason", "bench")));
        }
    }

    private long preview(Session admin, String name, byte[] file, String what) throws Exception {
        long before = System.nanoTime();
        JsonNode imported = admin.upload("/api/v1/registry/imports?kind=NATIONAL&term=" + YEAR, name, file);
        results.add(database.name(), "list of " + UNITS + " units uploaded and previewed: " + what, "under 60 s", "%.1f s",
                (System.nanoTime() - before) / 1e9);
        if (imported.at("/counts/WRONG").asInt() > 0) {
            throw new IOException("wrong rows: " + imported);
        }
        return imported.get("id").asLong();
    }

    private void act(String what, Act act) throws Exception {
        long before = System.nanoTime();
        String state = act.run().get("state").asText();
        results.add(database.name(), what + ", then " + state, "", "%.1f s", (System.nanoTime() - before) / 1e9);
    }

    private interface Act {
        JsonNode run() throws Exception;
    }

    private static String path(long id, String act) {
        return "/api/v1/registry/imports/" + id + "/" + act;
    }

    private static List<Map<UnitField, String>> units(String suffix) {
        List<Map<UnitField, String>> units = new ArrayList<>(UNITS);
        for (int i = 0; i < UNITS; i++) {
            Map<UnitField, String> unit = UnitTexts.unit(String.valueOf(FIRST + i));
            unit.put(UnitField.NAME, unit.get(UnitField.NAME) + suffix);
            units.add(unit);
        }
        return units;
    }

    private static byte[] workbook(List<Map<UnitField, String>> units) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            SXSSFSheet sheet = workbook.createSheet("名单");
            int next = 0;
            for (List<String> cells : UnitTexts.rows("国控", YEAR, units)) {
                Row row = sheet.createRow(next++);
                for (int column = 0; column < cells.size(); column++) {
                    row.createCell(column).setCellValue(cells.get(column));
                }
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
