package org.zhibao.period;

import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Texts;

/** What may stand in a text that a person writes about a period. */
final class PeriodTexts {

    private PeriodTexts() {
    }

    /** The text without the space around it; refused if it is missing, too long or holds what no reader sees. */
    static String reason(String field, String text, int longest) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty() || stripped.length() > longest) {
            throw Refusal.field(field, "period.reason", longest);
        }
        if (Texts.unprintable(stripped)) {
            throw Refusal.field(field, "period.characters");
        }
        return stripped;
    }
}
