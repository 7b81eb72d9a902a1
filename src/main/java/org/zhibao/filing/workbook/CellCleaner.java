package org.zhibao.filing.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;

/**
 * Makes sense of what people leave in cells: full-width digits, thousands separators, units behind a figure, figures
 * stored as text, names instead of codes. What has one meaning only is cleaned, and said so; anything else is refused
 * with a message. Nothing is ever guessed or rounded.
 */
@Component
class CellCleaner {

    private static final Set<String> NOT_APPLICABLE = Set.of("NA", "N/A", "不适用", "NOTAPPLICABLE");
    private static final int MOST_CHARACTERS = 4_000;

    private final IndicatorCatalogue catalogue;

    CellCleaner(IndicatorCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What the cell of an indicator means. */
    Cleaned clean(Raw raw, Indicator indicator) {
        return switch (raw.kind()) {
            case BLANK -> Cleaned.BLANK;
            case FORMULA -> Cleaned.refused("workbook.problem.formula");
            case ERROR -> Cleaned.refused("workbook.problem.error", raw.text());
            case BOOLEAN -> Cleaned.refused("workbook.problem.boolean", raw.text());
            default -> understood(raw, indicator);
        };
    }

    private Cleaned understood(Raw raw, Indicator indicator) {
        if (raw.text().length() > MOST_CHARACTERS) {
            return Cleaned.refused("workbook.problem.long", MOST_CHARACTERS);
        }
        if (raw.kind() == Raw.Kind.TEXT && NOT_APPLICABLE.contains(Written.plain(raw.text()).toUpperCase())) {
            return Cleaned.as(Figures.NOT_APPLICABLE, List.of());
        }
        return switch (indicator.type()) {
            case NUMBER -> WrittenNumber.clean(raw, indicator);
            case MONTH -> WrittenMonth.clean(raw);
            case CODE -> new WrittenCode(catalogue.dictionary(indicator.dictionary())).one(raw);
            case CODES -> new WrittenCode(catalogue.dictionary(indicator.dictionary())).several(raw);
            case TEXT -> text(raw);
        };
    }

    private static Cleaned text(Raw raw) {
        List<String> steps = new ArrayList<>();
        if (raw.kind() == Raw.Kind.DATE) {
            steps.add("workbook.cleaned.date");
        }
        String stripped = Written.stripped(raw.text());
        return stripped.isEmpty() ? Cleaned.BLANK : Cleaned.as(stripped, steps);
    }
}
