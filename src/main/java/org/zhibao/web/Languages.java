package org.zhibao.web;

import java.util.List;
import java.util.Locale;

/** The languages of the interface: Chinese first, English second. */
public final class Languages {

    /** Name of the cookie that holds the language tag, {@code zh-CN} or {@code en}; Tasklist reads it as well. */
    public static final String COOKIE = "zhibao-lang";

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    public static final Locale ENGLISH = Locale.ENGLISH;

    private Languages() {
    }

    /** The interface language nearest to a wish; Chinese if the wish is for neither. */
    public static Locale nearest(Locale wished) {
        return wished != null && ENGLISH.getLanguage().equals(wished.getLanguage()) ? ENGLISH : CHINESE;
    }

    /** The first wish that is for Chinese or English, in the reader's order of preference; Chinese if there is none. */
    static Locale firstOf(List<Locale> wishes) {
        return wishes.stream()
                .filter(w -> List.of(ENGLISH.getLanguage(), CHINESE.getLanguage()).contains(w.getLanguage()))
                .findFirst().map(Languages::nearest).orElse(CHINESE);
    }
}
