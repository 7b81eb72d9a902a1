package org.zhibao.clock.web;

import static org.zhibao.web.SpreadsheetText.cell;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.clock.LatenessPage;
import org.zhibao.clock.LatenessQuery;
import org.zhibao.clock.LatenessRow;
import org.zhibao.clock.LatenessRows;
import org.zhibao.privacy.Masks;
import org.zhibao.web.Presentation;
import org.zhibao.web.RefusalTexts;
import org.zhibao.web.SpreadsheetText;

/**
 * The lateness ledger as CSV for a spreadsheet, reviewers' names masked: page by page from the database, however many rows
 * there are.
 */
@Component
class LatenessCsv {

    private static final String[] COLUMNS = {"lateness.csv.period", "lateness.unit", "lateness.csv.orgCode",
        "lateness.csv.city", "lateness.csv.county", "lateness.stage", "lateness.late", "lateness.heldBy",
        "lateness.due", "lateness.days", "lateness.since", "lateness.csv.level", "lateness.csv.countyAt",
        "lateness.csv.cityAt", "lateness.csv.provinceAt", "lateness.csv.endedAt", "lateness.csv.ending"};

    private final LatenessRows lateness;
    private final ClockView view;
    private final Presentation show;
    private final RefusalTexts texts;

    LatenessCsv(LatenessRows lateness, ClockView view, Presentation show, RefusalTexts texts) {
        this.lateness = lateness;
        this.view = view;
        this.show = show;
        this.texts = texts;
    }

    void write(LatenessFilter filter, Actor actor, Locale locale, Writer out) throws IOException {
        out.write(SpreadsheetText.BYTE_ORDER_MARK);
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.EXCEL)) {
            for (String column : COLUMNS) {
                csv.print(texts.of(column, locale));
            }
            csv.println();
            LatenessFilter from = filter.from(null);
            do {
                LatenessPage page = lateness.page(from.query(LatenessQuery.MOST), actor);
                for (LatenessRow row : page.rows()) {
                    csv.printRecord(cells(row, locale));
                }
                from = filter.from(page.next());
            } while (from.after() != null);
        }
    }

    private Object[] cells(LatenessRow row, Locale locale) {
        return new Object[] {row.period(), cell(row.unitName()), row.orgCode(), view.area(row.cityCode()),
            view.area(row.countyCode()), texts.of("stage." + row.stage(), locale), cell(view.lateParty(row)),
            cell(Masks.name(row.open() ? row.heldBy() : row.endedBy())), show.minute(row.dueAt()), view.days(row),
            show.minute(row.notedAt()), texts.of("level." + row.level(), locale), show.minute(row.countyAt()),
            show.minute(row.cityAt()), show.minute(row.provinceAt()), show.minute(row.endedAt()),
            texts.of(row.open() ? "lateness.goingOn" : "ending." + row.ending(), locale)};
    }
}
