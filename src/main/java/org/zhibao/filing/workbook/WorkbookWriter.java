package org.zhibao.filing.workbook;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingDossier;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.RowGroup;
import org.zhibao.indicator.Section;
import org.zhibao.web.Presentation;
import org.zhibao.web.RefusalTexts;

/** Makes the workbook of one report: prefilled from the draft, locked but for the cells to write in, sealed. */
@Component
class WorkbookWriter {

    private final IndicatorCatalogue catalogue;
    private final RefusalTexts texts;
    private final Presentation show;
    private final ObjectMapper json;

    WorkbookWriter(IndicatorCatalogue catalogue, RefusalTexts texts, Presentation show, ObjectMapper json) {
        this.catalogue = catalogue;
        this.texts = texts;
        this.show = show;
        this.json = json;
    }

    /** The file (XLSX) of the draft in the dossier, in the reader's language. */
    byte[] workbook(FilingDossier dossier, Locale locale) {
        Words words = new Words(texts, locale);
        Contents contents = new Contents(words, catalogue);
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Styles styles = new Styles(workbook);
            XSSFSheet cover = workbook.createSheet(words.of("workbook.sheet.cover"));
            List<String> sections = sheets(workbook, dossier, styles, contents);
            new ExplanationSheet(workbook.createSheet(ExplanationSheet.name(words)), styles, words).write(
                    dossier.form(), dossier.document(), dossier.findings(), dossier.returned());
            new CoverSheet(cover, styles, words).write(dossier, show, sections);
            new Seal(dossier.unit().orgCode(), dossier.unit().name(), dossier.period().code(), dossier.draftVersion(),
                    dossier.document()).write(workbook, json);
            workbook.lockStructure();
            workbook.setForceFormulaRecalculation(true);
            workbook.setActiveSheet(0);
            return bytes(workbook);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> sheets(XSSFWorkbook workbook, FilingDossier dossier, Styles styles, Contents contents) {
        DropDowns limits = new DropDowns(workbook, contents);
        List<String> sections = new ArrayList<>();
        Locale locale = contents.words().locale();
        for (Section section : dossier.form().sections()) {
            if (!section.indicators().isEmpty()) {
                String name = Layout.sheetName(section.code(), section.name(locale));
                sections.add(name);
                new SectionSheet(workbook.createSheet(name), styles, contents).write(section, dossier, limits);
            }
            for (RowGroup group : section.groups()) {
                XSSFSheet sheet = workbook.createSheet(Layout.sheetName(group.code(), group.name(locale)));
                new TableSheet(sheet, styles, contents).write(group, dossier, limits);
            }
        }
        return sections;
    }

    static byte[] bytes(Workbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }
}
