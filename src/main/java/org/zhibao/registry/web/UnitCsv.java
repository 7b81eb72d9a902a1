package org.zhibao.registry.web;

import static org.zhibao.web.SpreadsheetText.cell;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.registry.UnitField;
import org.zhibao.registry.UnitQuery;
import org.zhibao.registry.UnitSheet;
import org.zhibao.web.RefusalTexts;
import org.zhibao.web.SpreadsheetText;

/** The list of units as CSV for a spreadsheet, part by part from the database, however many units there are. */
@Component
class UnitCsv {

    private static final List<UnitField> FIRST = List.of(UnitField.ORG_CODE, UnitField.USCC, UnitField.NAME,
            UnitField.FORMER_NAME, UnitField.LEGAL_REPRESENTATIVE, UnitField.COUNTY_CODE);
    private static final List<String> BETWEEN = List.of("registry.area", "registry.kinds", "registry.levels",
            "registry.state");
    private static final List<UnitField> LAST = List.of(UnitField.INDUSTRY_CODE, UnitField.INDUSTRY_EDITION,
            UnitField.ADDRESS, UnitField.LONGITUDE, UnitField.LATITUDE, UnitField.CONTACT_NAME, UnitField.CONTACT_PHONE,
            UnitField.POSTAL_CODE, UnitField.GROUP_CODE, UnitField.GROUP_NAME);

    private final UnitSheet sheet;
    private final RegistryAreas areas;
    private final RefusalTexts texts;

    UnitCsv(UnitSheet sheet, RegistryAreas areas, RefusalTexts texts) {
        this.sheet = sheet;
        this.areas = areas;
        this.texts = texts;
    }

    void write(UnitQuery query, Actor actor, Locale locale, Writer out) throws IOException {
        out.write(SpreadsheetText.BYTE_ORDER_MARK);
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.EXCEL)) {
            csv.printRecord(headings(locale));
            String after = null;
            do {
                UnitSheet.Part part = sheet.part(query.part(after, UnitQuery.MOST), actor);
                for (UnitSheet.Row row : part.rows()) {
                    csv.printRecord(cells(row, locale));
                }
                after = part.next();
            } while (after != null);
        }
    }

    private List<String> headings(Locale locale) {
        List<String> headings = new ArrayList<>();
        FIRST.forEach(field -> headings.add(texts.of(field.label(), locale)));
        BETWEEN.forEach(key -> headings.add(texts.of(key, locale)));
        LAST.forEach(field -> headings.add(texts.of(field.label(), locale)));
        return headings;
    }

    private List<String> cells(UnitSheet.Row row, Locale locale) {
        List<String> cells = new ArrayList<>();
        FIRST.forEach(field -> cells.add(cell(row.values().get(field))));
        cells.add(cell(areas.name(row.line().cityCode(), row.line().countyCode())));
        cells.add(named("registry.source.", row.line().kinds(), locale));
        cells.add(named("registry.kind.", row.line().controlLevels(), locale));
        cells.add(texts.of(row.line().active() ? "registry.on" : "registry.off", locale));
        LAST.forEach(field -> cells.add(cell(row.values().get(field))));
        return cells;
    }

    private String named(String prefix, Collection<? extends Enum<?>> values, Locale locale) {
        return values.stream().map(value -> texts.of(prefix + value, locale)).collect(Collectors.joining(" "));
    }
}
