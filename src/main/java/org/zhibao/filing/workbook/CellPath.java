package org.zhibao.filing.workbook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhibao.indicator.FormDefinition;
import org.zhibao.indicator.Indicator;

/** Paths of cells as the whole platform writes them: {@code A27}, and {@code A26[0].product_output} in a table. */
final class CellPath {

    private static final Pattern IN_ROW = Pattern.compile("(\\w+)\\[(\\d{1,6})]\\.(\\w+)");

    private CellPath() {
    }

    static String inRow(String group, int index, String column) {
        return group + "[" + index + "]." + column;
    }

    /** Whether the path leads into a table. */
    static boolean inTable(String path) {
        return IN_ROW.matcher(path).matches();
    }

    /** The indicator at a path, if the form asks for it. */
    static Optional<Indicator> indicator(FormDefinition form, String path) {
        Matcher inRow = IN_ROW.matcher(path);
        return inRow.matches()
                ? form.group(inRow.group(1)).flatMap(
                        g -> g.columns().stream().filter(c -> c.code().equals(inRow.group(3))).findFirst())
                : form.indicator(path);
    }

    /** The code as a person reads it: {@code A27}, {@code A26 #1}. */
    static String code(String path) {
        Matcher inRow = IN_ROW.matcher(path);
        return inRow.matches() ? inRow.group(1) + " #" + (Integer.parseInt(inRow.group(2)) + 1) : path;
    }
}
