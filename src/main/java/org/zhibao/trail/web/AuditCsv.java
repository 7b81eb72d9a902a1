package org.zhibao.trail.web;

import static org.zhibao.web.SpreadsheetText.cell;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;
import org.zhibao.audit.AuditQuery;
import org.zhibao.audit.AuditRow;
import org.zhibao.audit.AuditSearch;
import org.zhibao.privacy.Masks;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.Presentation;
import org.zhibao.web.RefusalTexts;
import org.zhibao.web.SpreadsheetText;

/** Rows of the trail as CSV for a spreadsheet. It leaves the house: names and contact data are masked, user ids are not. */
@Component
class AuditCsv {

    /** Rows of one file. */
    static final int MOST = 100_000;

    private static final int AT_ONCE = 1_000;

    private static final String[] COLUMNS = {"trail.number", "trail.at", "trail.userId", "trail.name", "trail.role",
        "trail.area", "trail.address", "trail.action", "trail.outcome", "trail.subject", "trail.unit", "trail.period",
        "trail.before", "trail.after", "trail.detail"};

    private final AuditSearch search;
    private final Presentation show;
    private final RefusalTexts texts;
    private final TrailTexts words;

    AuditCsv(AuditSearch search, Presentation show, RefusalTexts texts, TrailTexts words) {
        this.search = search;
        this.show = show;
        this.texts = texts;
        this.words = words;
    }

    /** Refuses what one file does not hold, before the file begins. */
    void requireFits(AuditQuery query) {
        if (search.exceeds(query, MOST)) {
            throw Refusal.conflict("trail.export-too-many", MOST);
        }
    }

    void write(AuditQuery query, Locale locale, Writer out) throws IOException {
        out.write(SpreadsheetText.BYTE_ORDER_MARK);
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.EXCEL)) {
            for (String column : COLUMNS) {
                csv.print(texts.of(column, locale));
            }
            csv.println();
            List<AuditRow> rows = search.rows(query, AT_ONCE);
            while (!rows.isEmpty()) {
                for (AuditRow row : rows) {
                    csv.printRecord(cells(row, locale));
                }
                rows = search.rows(query.after(rows.get(rows.size() - 1).id()), AT_ONCE);
            }
        }
    }

    private Object[] cells(AuditRow row, Locale locale) {
        return new Object[] {row.id(), show.second(row.at()), cell(row.userId()), cell(Masks.name(row.userName())),
            words.role(row.role(), locale), row.area(), row.address(), words.action(row.action(), locale),
            texts.of("trail.outcome." + row.outcome(), locale), cell(row.subject()), row.orgCode(), row.period(),
            cell(Masks.text(row.before())), cell(Masks.text(row.after())), cell(Masks.text(row.detail()))};
    }
}
