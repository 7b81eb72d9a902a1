package org.zhibao.indicator;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.zhibao.registry.SourceKind;

/**
 * An indicator as an administrator defines it.
 *
 * @param zh         the name on screen
 * @param en         the English name
 * @param section    the section of the form: {@code A} to {@code E}, or {@code F} for additional indicators
 * @param unit       for numbers, the Chinese name of a {@link Unit}; empty if none
 * @param type       how the value is written; {@link ValueType#CODES} is not offered
 * @param precision  for numbers, all digits
 * @param scale      for numbers, decimal places
 * @param length     for texts, characters at the most
 * @param dictionary for codes, the dictionary's id
 * @param required   whether a value must be given (R01)
 * @param kinds      the kinds of source asked for it; those of the section if empty
 * @param industries beginnings of the industry codes asked for it; all if empty
 * @param helpZh     what to write, and from which source; empty if the name says it all
 * @param helpEn     the same in English
 */
public record AddedIndicator(String zh, String en, String section, String unit, ValueType type, int precision,
                             int scale, int length, String dictionary, boolean required, Set<SourceKind> kinds,
                             List<String> industries, String helpZh, String helpEn) {

    /** What a number is defined with unless somebody says otherwise: as the masses of the shipped catalogue. */
    public static final AddedIndicator BLANK = new AddedIndicator("", "", "F", "", ValueType.NUMBER, 14, 4, 0, "",
            false, Set.of(), List.of(), "", "");

    public AddedIndicator {
        zh = stripped(zh);
        en = stripped(en);
        section = stripped(section);
        unit = stripped(unit);
        dictionary = stripped(dictionary);
        kinds = kinds == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(kinds));
        industries = industries == null ? List.of() : industries.stream().distinct().sorted().toList();
        helpZh = stripped(helpZh);
        helpEn = stripped(helpEn);
        // what does not belong to the type is not kept, so that two versions differ only where it matters
        boolean number = type == ValueType.NUMBER;
        precision = number ? precision : 0;
        scale = number ? scale : 0;
        unit = number ? unit : "";
        length = type == ValueType.TEXT ? length : 0;
        dictionary = type == ValueType.CODE ? dictionary : "";
    }

    /** As the form shows it. */
    public Indicator indicator(String code, Set<SourceKind> ofSection) {
        return new Indicator(code, section, code, zh, en, unit, Unit.named(unit).map(Unit::en).orElse(""), type,
                precision, scale, length, dictionary.isEmpty() ? null : dictionary, kinds.isEmpty() ? ofSection : kinds,
                required, false, false, industries, helpZh, helpEn);
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }
}
