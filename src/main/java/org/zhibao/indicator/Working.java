package org.zhibao.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a figure follows from others of the same report (折算): {@code B07} from {@code B03 * B09}.
 *
 * @param code       the indicator worked out; inside a repeatable group the column
 * @param group      the repeatable group whose rows it is for; null for single indicators
 * @param zh         what it is worked out from, in words
 * @param en         likewise in English
 * @param tree       the formula: {@code ["*", "B03", "B09"]}, each side an operation, a code or a number's digits
 * @param shift      the power of ten by which the outcome is multiplied to be in the indicator's unit
 * @param cells      the codes it reads
 * @param industries beginnings of the industry codes it holds for; all if empty
 * @param formula    the formula as people write it, with codes: {@code B03 × B09 ÷ 10⁶}
 */
public record Working(String code, String group, String zh, String en, Object tree, int shift, Set<String> cells,
                      List<String> industries, String formula) {

    /** What it is worked out from, in the reader's language. */
    public String words(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }

    boolean holdsIn(String industry) {
        return industries.isEmpty() || industries.stream().anyMatch(industry::startsWith);
    }

    boolean answeredOn(FormDefinition form) {
        return group != null ? form.group(group).isPresent()
                : form.indicator(code).isPresent() && cells.stream().allMatch(c -> form.indicator(c).isPresent());
    }
}
