package org.zhibao.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A closed list of codes an indicator may hold, in the order of the screen.
 *
 * @param id      what indicators refer to it by, such as {@code industries}
 * @param zh      the name on screen
 * @param en      the English name
 * @param entries the codes
 */
public record Dictionary(String id, String zh, String en, List<Entry> entries) {

    /** One code and what it stands for. */
    public record Entry(String code, String zh, String en) {

        public Entry {
            en = en == null ? zh : en;
        }

        /** What the code stands for, in the reader's language. */
        public String name(Locale locale) {
            return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
        }
    }

    public Dictionary {
        entries = entries == null ? List.of() : List.copyOf(entries);
    }

    public Optional<Entry> entry(String code) {
        return entries.stream().filter(e -> e.code().equals(code)).findFirst();
    }

    public boolean contains(String code) {
        return entry(code).isPresent();
    }
}
