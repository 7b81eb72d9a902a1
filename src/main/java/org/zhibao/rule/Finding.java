package org.zhibao.rule;

import java.util.List;
import java.util.Locale;

/**
 * What a review rule says about the figures of one report.
 *
 * @param rule        the rule's id, such as {@code R10}
 * @param version     the rule's version
 * @param target      what tells findings of one rule apart, such as {@code B07}; empty if the rule yields at most one
 * @param severity    what it asks for
 * @param confirm     whether a reviewer has to confirm it before the report goes on
 * @param fields      the cells it concerns, the first being where it is shown
 * @param zh          the message, with the figures in it
 * @param en          the message in English
 * @param fingerprint rule version, target and the values it rests on, as a hex digest: an explanation belongs to it and lapses
 *                    when a value or the rule changes
 */
public record Finding(String rule, int version, String target, Severity severity, boolean confirm, List<String> fields,
                      String zh, String en, String fingerprint) {

    public boolean blocking() {
        return severity == Severity.BLOCKING;
    }

    public boolean explainable() {
        return severity == Severity.EXPLAIN;
    }

    /** The message in the reader's language. */
    public String message(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }
}
