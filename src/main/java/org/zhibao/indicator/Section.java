package org.zhibao.indicator;

import java.util.List;
import java.util.Locale;

/** One section of the report form: single indicators, then repeatable groups. */
public record Section(String code, String zh, String en, List<Indicator> indicators, List<RowGroup> groups) {

    /** The name in the reader's language. */
    public String name(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }
}
