package org.zhibao.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was measured, as rows of a table in Markdown; each row is printed as soon as it is known, with the load of the
 * machine at that moment, so that a reader sees whether it had anything else to do.
 */
final class Results {

    private final List<String> rows = new ArrayList<>();

    void add(String database, String what, String promise, Object value) {
        String row = "| " + database + " | " + what + " | " + promise + " | " + value + " | "
                + String.format(Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
                + " |";
        System.out.println(row);
        rows.add(row);
    }

    void add(String database, String what, String promise, String format, Object... values) {
        add(database, what, promise, String.format(Locale.ROOT, format, values));
    }

    String markdown() {
        return "| database | what | promised | measured | load |\n|---|---|---|---|---|\n" + String.join("\n", rows) + "\n";
    }
}
