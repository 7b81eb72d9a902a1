package org.zhibao.filing.workbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhibao.filing.CheckResult;
import org.zhibao.filing.FilingDossier.Correspondence;
import org.zhibao.filing.ReportDocument;
import org.zhibao.indicator.FormDefinition;
import org.zhibao.rule.Finding;

/** The sheet of words: who stands for the report, the answer to a return, explanations of findings. */
class ExplanationSheet {

    static final String PREPARER = "signatories/preparer";
    static final String CHECKER = "signatories/checker";
    static final String RESPONSIBLE = "signatories/responsible";

    private static final int[] WIDTHS = {12, 34, 62, 62, 2};

    private final XSSFSheet sheet;
    private final Styles styles;
    private final Words words;
    private int next = Layout.FIRST_ROW;

    ExplanationSheet(XSSFSheet sheet, Styles styles, Words words) {
        this.sheet = sheet;
        this.styles = styles;
        this.words = words;
    }

    static String name(Words words) {
        return words.of("workbook.sheet.explanations");
    }

    /** Writes the sheet; a sheet that was there before is replaced by it. */
    static XSSFSheet anew(XSSFWorkbook workbook, String name) {
        int at = workbook.getSheetIndex(name);
        if (at >= 0) {
            workbook.removeSheetAt(at);
        }
        XSSFSheet sheet = workbook.createSheet(name);
        if (at >= 0) {
            workbook.setSheetOrder(name, at);
        }
        return sheet;
    }

    void write(FormDefinition form, ReportDocument document, List<Finding> findings, Optional<Correspondence> returned) {
        Sheets.head(sheet, styles, words.of("workbook.sheet.explanations"),
                words.of("workbook.explanations.help", CheckResult.EXPLANATION_LENGTH), List.of(
                        words.of("workbook.explanations.kind"), words.of("workbook.explanations.what"),
                        words.of("workbook.explanations.finding"), words.of("workbook.explanations.words")));
        sheet.createRow(Layout.COLUMN_CODES_ROW).setZeroHeight(true);
        ReportDocument.Signatories who = document.signatories();
        signatory("form.preparer", PREPARER, who.preparer());
        signatory("form.checker", CHECKER, who.checker());
        signatory("form.responsible", RESPONSIBLE, who.responsible());
        Map<String, String> written = document.explanations();
        returned.ifPresent(r -> {
            String key = "return/" + r.revision();
            line(words.of("form.returned"), words.of("form.answer"), r.reason(), key, written.get(key));
        });
        findings.stream().filter(Finding::explainable).forEach(f -> line(words.of("severity." + f.severity()),
                Names.of(form, f.fields(), words), f.message(words.locale()), f.fingerprint(),
                written.get(f.fingerprint())));
        Sheets.finish(sheet, WIDTHS, 0);
        sheet.setColumnHidden(Layout.KEY, true);
    }

    private void signatory(String label, String key, String name) {
        line(words.of("form.signatories"), words.of(label), "", key, name);
    }

    private void line(String kind, String what, String message, String key, String written) {
        Row row = sheet.createRow(next++);
        row.setHeightInPoints(message.isEmpty() ? 20 : 46);
        Contents.text(row, 0, kind, styles.label());
        Contents.text(row, 1, what, styles.label());
        Contents.text(row, 2, message, styles.label());
        Contents.text(row, Layout.EXPLANATION, written, styles.words());
        Contents.text(row, Layout.KEY, key, styles.label());
    }
}
