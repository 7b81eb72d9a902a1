package org.zhibao.rule.web;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.zhibao.period.Quarter;
import org.zhibao.rule.RuleText;
import org.zhibao.rule.RuleVersion;
import org.zhibao.rule.Severity;

/**
 * What the list of rules is narrowed to; null or empty means all.
 *
 * @param severity what the rule asks for on one of its levels
 * @param about    the letter of a section or the code of an indicator or table
 * @param area     whose rule it is
 * @param state    {@code active}, {@code coming} or {@code retired}
 * @param text     part of its code, message, source or conditions
 */
record RuleFilter(String severity, String about, String area, String state, String text) {

    /** Where a rule stands: counts now, will count from a later period on, or no longer. */
    static String state(RuleVersion version, Quarter now) {
        return version.effectiveFrom().compareTo(now) > 0 ? "coming" : version.retired() ? "retired" : "active";
    }

    boolean matches(RuleVersion version, Set<String> concerns, Quarter now) {
        return (blank(severity) || version.text().levels().stream().map(RuleText.Level::severity).map(Severity::name)
                .anyMatch(severity::equals))
                && (blank(about) || concerns.contains(about.strip().toUpperCase(Locale.ROOT)))
                && (blank(area) || version.area().equals(area))
                && (blank(state) || state(version, now).equals(state))
                && (blank(text) || written(version).contains(text.strip().toLowerCase(Locale.ROOT)));
    }

    private static String written(RuleVersion version) {
        RuleText rule = version.text();
        return Stream.of(Stream.of(version.code(), rule.zh(), rule.en(), rule.source(), String.valueOf(rule.when())),
                        rule.levels().stream().map(RuleText.Level::holds), rule.let().values().stream())
                .flatMap(words -> words).reduce("", (a, b) -> a + "\n" + b).toLowerCase(Locale.ROOT);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
