package org.zhibao.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.zhibao.registry.SourceKind;

/**
 * One cell of the report (指标).
 *
 * @param code       the indicator's code, such as {@code A27}; inside a repeatable group the column's name, such as {@code product_name}
 * @param section    the section's letter, {@code A} to {@code F}
 * @param field      the English field name in snake case
 * @param zh         the name on screen
 * @param en         the English name
 * @param unit       the unit as printed, such as {@code 吨}; empty if none
 * @param unitEn     the unit in English, such as {@code t}; empty if none
 * @param type       how the value is written
 * @param precision  for numbers, all digits
 * @param scale      for numbers, decimal places
 * @param maxLength  for texts, characters
 * @param dictionary for codes, the dictionary's id
 * @param kinds      the kinds of source asked for it; empty means all
 * @param required   whether a value must be given (R01)
 * @param fixed      whether it is master data that a new report takes over from the last one
 * @param extensive  whether the quantity grows with the size of the unit (volumes, masses, costs), unlike a
 *                   concentration, a percentage or a number of hours
 * @param industries beginnings of the industry codes asked for it; empty means all
 * @param helpZh     what to write; empty if the name says it all
 * @param helpEn     the same in English
 */
public record Indicator(String code, String section, String field, String zh, String en, String unit, String unitEn,
                        ValueType type, int precision, int scale, int maxLength, String dictionary,
                        Set<SourceKind> kinds, boolean required, boolean fixed, boolean extensive,
                        List<String> industries, String helpZh, String helpEn) {

    /** Whether a unit of these kinds of source is asked for this indicator. */
    public boolean appliesTo(Set<SourceKind> unitKinds) {
        return kinds.isEmpty() || kinds.stream().anyMatch(unitKinds::contains);
    }

    /** Whether a unit of these kinds of source and this industry is asked for this indicator. */
    public boolean appliesTo(Set<SourceKind> unitKinds, String industry) {
        return appliesTo(unitKinds) && (industries.isEmpty() || industries.stream().anyMatch(industry::startsWith));
    }

    public boolean numeric() {
        return type == ValueType.NUMBER;
    }

    /** The name in the reader's language. */
    public String name(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }

    /** The unit in the reader's language; empty if the indicator has none. */
    public String unit(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? unitEn : unit;
    }

    /** What to write, in the reader's language; empty if the name says it all. */
    public String help(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? helpEn : helpZh;
    }
}
