package org.zhibao.filing.workbook;

import java.util.Locale;
import org.zhibao.filing.FilingDossier;
import org.zhibao.indicator.Indicator;
import org.zhibao.web.RefusalTexts;

/** Texts in the language of whoever a file is made for. */
record Words(RefusalTexts texts, Locale locale) {

    String of(String key, Object... arguments) {
        return texts.of(key, locale, arguments);
    }

    /** {@code 2026年第3季度} */
    String period(FilingDossier.PeriodCard period) {
        return of("ui.period", String.valueOf(period.year()), String.valueOf(period.quarter()));
    }

    /** What stands in a cell that does not apply. */
    String notApplicable() {
        return of("form.na");
    }

    String name(Indicator indicator) {
        return indicator.name(locale);
    }
}
