package org.zhibao.filing.workbook;

import java.util.List;
import java.util.stream.Collectors;
import org.zhibao.indicator.FormDefinition;

/** What cells are called on screen and in files. */
final class Names {

    private static final int MOST = 4;

    private Names() {
    }

    /** {@code B07 化学需氧量排放量}, {@code A26 #1 产量}. */
    static String of(FormDefinition form, String path, Words words) {
        return CellPath.code(path) + CellPath.indicator(form, path).map(i -> " " + words.name(i)).orElse("");
    }

    /** The names of several cells, the first few of them. */
    static String of(FormDefinition form, List<String> paths, Words words) {
        return paths.stream().limit(MOST).map(p -> of(form, p, words)).collect(Collectors.joining("\n"))
                + (paths.size() > MOST ? "…" : "");
    }
}
