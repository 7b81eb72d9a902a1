package org.zhibao.filing.workbook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.zhibao.indicator.Dictionary;

/** Codes as people write them: alone, with their name, or only the name; made into the codes of a dictionary. */
final class WrittenCode {

    private static final Pattern BETWEEN = Pattern.compile("[,;、，；\n]");
    private static final int MOST = 50;

    private final Dictionary dictionary;

    WrittenCode(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** How a code stands in a drop-down: {@code C 进入城市下水道}. */
    static String label(Dictionary.Entry entry, String name) {
        return entry.code().equals(name) ? name : entry.code() + " " + name;
    }

    Cleaned one(Raw raw) {
        String typed = Written.stripped(raw.text());
        Optional<String> code = code(typed);
        return Cleaned.as(code.orElse(typed), code.isEmpty() || typed.startsWith(code.get()) ? List.of()
                : List.of("workbook.cleaned.code"));
    }

    Cleaned several(Raw raw) {
        Set<String> codes = new LinkedHashSet<>();
        List<String> steps = new ArrayList<>();
        for (String piece : BETWEEN.split(raw.text(), MOST)) {
            String typed = Written.stripped(piece);
            if (typed.isEmpty()) {
                continue;
            }
            Optional<String> code = code(typed);
            if (!codes.add(code.orElse(typed)) && steps.isEmpty()) {
                steps.add("workbook.cleaned.code");
            }
        }
        return codes.isEmpty() ? Cleaned.BLANK : Cleaned.as(String.join(",", codes), steps);
    }

    private Optional<String> code(String typed) {
        String plain = Written.plain(typed);
        return only(e -> e.code().equals(typed))
                .or(() -> only(e -> same(plain, e.code() + e.zh()) || same(plain, e.code() + e.en())))
                .or(() -> only(e -> same(plain, e.code())))
                .or(() -> only(e -> same(plain, e.zh()) || same(plain, e.en())))
                // 0610 typed into a cell for numbers is 610
                .or(() -> only(e -> plain.matches("[1-9][0-9]*") && e.code().matches("0+" + plain)));
    }

    private static boolean same(String plain, String written) {
        return plain.equalsIgnoreCase(Written.plain(written));
    }

    /** The one entry that fits; none if several do. */
    private Optional<String> only(Predicate<Dictionary.Entry> fits) {
        List<String> found = dictionary.entries().stream().filter(fits).map(Dictionary.Entry::code).limit(2).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
