package org.zhibao.testing;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a page as a reader meets them: its texts, and what buttons and fields say. */
public final class Wording {

    private static final Pattern UNSEEN = Pattern.compile("<!--.*?-->|<(script|style|svg|code|pre|textarea)\\b.*?</\\1>"
            + "|<[^>]*\\blang=\"en\"[^>]*>[^<]*", Pattern.DOTALL);
    private static final Pattern SEEN = Pattern.compile("\\s(?:title|placeholder|aria-label|alt|label)=\"([^\"]*)\""
            + "|>([^<]*)", Pattern.DOTALL);
    /** Not a part of a code, an address, a user name or a file's name. */
    private static final Pattern WORD = Pattern.compile("(?<![\\w.@/:-])[A-Za-z]+[a-z]{2,}(?![\\w@/:-]|\\.\\w)");
    private static final Pattern MISSING = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");
    private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");
    /** What has no Chinese name: products, keys, and what the examples of expressions and files are written with. */
    private static final Set<String> NAMES = Set.of("Camunda", "Modeler", "Excel", "Tasklist", "Cockpit", "Java",
            "Ctrl", "Enter", "Shift", "Esc", "Tab", "this", "limit", "abs", "total", "tolerance", "null", "low", "high",
            "papers");

    private Wording() {
    }

    /** The keys of messages that do not exist, as Thymeleaf shows them. */
    public static Set<String> missingIn(String html) {
        return MISSING.matcher(html).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The English words on a page in Chinese. */
    public static Set<String> strangeIn(String html) {
        return SEEN.matcher(UNSEEN.matcher(html).replaceAll("<")).results()
                .map(text -> text.group(1) == null ? text.group(2) : text.group(1))
                .flatMap(text -> WORD.matcher(ENTITY.matcher(text).replaceAll(" ")).results()).map(MatchResult::group)
                .filter(word -> !NAMES.contains(word)).collect(Collectors.toCollection(TreeSet::new));
    }
}
