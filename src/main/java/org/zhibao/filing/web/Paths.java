package org.zhibao.filing.web;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhibao.indicator.FormDefinition;
import org.zhibao.indicator.Indicator;
import org.zhibao.web.Languages;

/** Paths of cells, {@code A27} and {@code A26[0].product_output}, and what they are called in the reader's language. */
class Paths {

    private static final Pattern IN_ROW = Pattern.compile("(\\w+)\\[(\\d+)]\\.(\\w+)");

    private final FormDefinition form;
    private final Locale locale;

    Paths(FormDefinition form, Locale locale) {
        this.form = form;
        this.locale = locale;
    }

    static String inRow(String group, int index, String column) {
        return "%s[%d].%s".formatted(group, index, column);
    }

    /** The id of the cell's element on the page. */
    static String id(String path) {
        return "zb-" + path.replace('[', '-').replace("].", "-");
    }

    boolean english() {
        return Languages.nearest(locale).equals(Languages.ENGLISH);
    }

    boolean known(String path) {
        return indicator(path).isPresent();
    }

    Optional<Indicator> indicator(String path) {
        Matcher inRow = IN_ROW.matcher(path);
        if (!inRow.matches()) {
            return form.indicator(path);
        }
        return form.group(inRow.group(1)).flatMap(
                g -> g.columns().stream().filter(c -> c.code().equals(inRow.group(3))).findFirst());
    }

    /** Code and name: {@code A27 工业用水量}, {@code A26 #1 产量}; the path itself if the form does not know it. */
    String name(String path) {
        Matcher inRow = IN_ROW.matcher(path);
        return indicator(path)
                .map(i -> inRow.matches()
                        ? "%s #%d %s".formatted(inRow.group(1), Integer.parseInt(inRow.group(2)) + 1, i.name(locale))
                        : path + " " + i.name(locale))
                .orElse(path);
    }
}
