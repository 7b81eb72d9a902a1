package org.zhibao.filing.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingDossier;
import org.zhibao.rule.Finding;
import org.zhibao.web.RefusalTexts;

/**
 * Marks in the user's own file what is wrong: each cell coloured and with a comment, a sheet that lists everything, and
 * the sheet of explanations with the findings that ask for one. Marks of an earlier upload are taken away.
 */
@Component
class WorkbookMarks {

    private static final Map<String, String> COLOURS = Map.of("PROBLEM", "F8B4AE", "BLOCKING", "FBDCD9", "EXPLAIN",
            "FFE2A8", "HINT", "DCE9F7");
    private static final int[] WIDTHS = {14, 20, 36, 24, 90};
    private static final int LONGEST_COMMENT = 1_500;

    private final RefusalTexts texts;

    WorkbookMarks(RefusalTexts texts) {
        this.texts = texts;
    }

    /** The file (XLSX) with marks, in the reader's language. */
    byte[] mark(XSSFWorkbook workbook, FilingDossier dossier, Preview preview, Locale locale) throws IOException {
        return new Marking(workbook, dossier, preview, new Words(texts, locale)).file();
    }

    /** One thing to be said about a cell. */
    private record Remark(String kind, String path, String typed, String text) {
    }

    private static final class Marking {

        private final XSSFWorkbook workbook;
        private final FilingDossier dossier;
        private final Preview preview;
        private final Words words;
        private final Styles styles;
        private final Map<String, XSSFCellStyle> tinted = new HashMap<>();

        Marking(XSSFWorkbook workbook, FilingDossier dossier, Preview preview, Words words) {
            this.workbook = workbook;
            this.dossier = dossier;
            this.preview = preview;
            this.words = words;
            this.styles = new Styles(workbook);
        }

        byte[] file() throws IOException {
            preview.places().values().forEach(this::unmark);
            List<Remark> remarks = remarks();
            Map<String, List<Remark>> byPath = new LinkedHashMap<>();
            remarks.forEach(r -> byPath.computeIfAbsent(r.path(), p -> new ArrayList<>()).add(r));
            byPath.forEach(this::mark);
            list(remarks);
            explanations();
            workbook.setForceFormulaRecalculation(true);
            return WorkbookWriter.bytes(workbook);
        }

        /** Problems of cells first, then findings as they come: blocking ones first. */
        private List<Remark> remarks() {
            List<Remark> remarks = new ArrayList<>();
            for (CellNote problem : preview.problems()) {
                problem.texts().forEach(t -> remarks.add(new Remark("PROBLEM", problem.path(), problem.typed(),
                        words.texts().of(t, words.locale()))));
            }
            for (Finding finding : preview.check().findings()) {
                String path = finding.fields().stream().filter(preview.places()::containsKey).findFirst()
                        .orElse(finding.fields().isEmpty() ? "" : finding.fields().get(0));
                remarks.add(new Remark(finding.severity().name(), path, "", finding.message(words.locale())));
            }
            return remarks;
        }

        private void unmark(String place) {
            Cell cell = cell(place, false);
            if (cell != null) {
                cell.removeCellComment();
                if (COLOURS.containsValue(colour(cell))) {
                    tint(cell, Styles.INPUT);
                }
            }
        }

        private void mark(String path, List<Remark> remarks) {
            String place = preview.places().get(path);
            Cell cell = place == null ? null : cell(place, true);
            if (cell == null) {
                return;
            }
            tint(cell, COLOURS.get(remarks.get(0).kind()));
            String text = remarks.stream().map(r -> kind(r.kind()) + ": " + r.text()).reduce((a, b) -> a + "\n" + b)
                    .orElse("");
            comment(cell, text.length() > LONGEST_COMMENT ? text.substring(0, LONGEST_COMMENT) + "…" : text);
        }

        private void comment(Cell cell, String text) {
            CreationHelper helper = workbook.getCreationHelper();
            ClientAnchor anchor = helper.createClientAnchor();
            anchor.setCol1(cell.getColumnIndex() + 1);
            anchor.setCol2(cell.getColumnIndex() + 4);
            anchor.setRow1(cell.getRowIndex());
            anchor.setRow2(cell.getRowIndex() + 6);
            Comment comment = cell.getSheet().createDrawingPatriarch().createCellComment(anchor);
            comment.setString(new XSSFRichTextString(text));
            comment.setAuthor(words.of("ui.product"));
            cell.setCellComment(comment);
        }

        private void list(List<Remark> remarks) {
            XSSFSheet sheet = ExplanationSheet.anew(workbook, words.of("workbook.sheet.findings"));
            workbook.setSheetOrder(sheet.getSheetName(), 1);
            Sheets.head(sheet, styles, words.of("workbook.sheet.findings"),
                    words.of("workbook.findings.help", String.valueOf(remarks.size())),
                    List.of(words.of("workbook.explanations.kind"), words.of("workbook.findings.place"),
                            words.of("form.indicator"), words.of("workbook.findings.typed"),
                            words.of("workbook.explanations.finding")));
            int at = Layout.FIRST_ROW - 1;
            for (Remark remark : remarks) {
                Row row = sheet.createRow(at++);
                String place = preview.places().getOrDefault(remark.path(), "");
                Cell kind = Contents.text(row, 0, kind(remark.kind()), styles.label());
                tint(kind, COLOURS.get(remark.kind()));
                link(Contents.text(row, 1, place, styles.label()), place);
                Contents.text(row, 2, remark.path().isEmpty() ? "" : Names.of(dossier.form(), remark.path(), words),
                        styles.label());
                Contents.text(row, 3, remark.typed(), styles.words());
                Contents.text(row, 4, remark.text(), styles.label());
            }
            Sheets.finish(sheet, WIDTHS, 0);
            sheet.createFreezePane(0, Layout.FIRST_ROW - 1);
            workbook.setActiveSheet(1);
        }

        private void link(Cell cell, String place) {
            if (!place.isEmpty()) {
                int at = place.lastIndexOf('!');
                Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
                link.setAddress("'" + place.substring(0, at).replace("'", "''") + "'!" + place.substring(at + 1));
                cell.setHyperlink(link);
            }
        }

        private void explanations() {
            String name = new WorkbookCells(workbook, dossier.form()).explanations().map(s -> s.getSheetName())
                    .orElse(ExplanationSheet.name(words));
            new ExplanationSheet(ExplanationSheet.anew(workbook, name), styles, words).write(dossier.form(),
                    preview.document(), preview.check().findings(), dossier.returned());
        }

        private String kind(String kind) {
            return words.of("PROBLEM".equals(kind) ? "workbook.findings.problem" : "severity." + kind);
        }

        private Cell cell(String place, boolean make) {
            int at = place.lastIndexOf('!');
            XSSFSheet sheet = workbook.getSheet(place.substring(0, at));
            CellReference where = new CellReference(place.substring(at + 1));
            Row row = sheet == null ? null : sheet.getRow(where.getRow());
            if (row == null) {
                return null;
            }
            return row.getCell(where.getCol(), make ? Row.MissingCellPolicy.CREATE_NULL_AS_BLANK
                    : Row.MissingCellPolicy.RETURN_NULL_AND_BLANK);
        }

        private static String colour(Cell cell) {
            return cell.getCellStyle().getFillForegroundColorColor() instanceof org.apache.poi.xssf.usermodel.XSSFColor
                    colour && colour.getARGBHex() != null ? colour.getARGBHex().substring(2) : "";
        }

        private void tint(Cell cell, String colour) {
            cell.setCellStyle(tinted.computeIfAbsent(cell.getCellStyle().getIndex() + colour, k -> {
                XSSFCellStyle style = workbook.createCellStyle();
                style.cloneStyleFrom(cell.getCellStyle());
                Styles.fill(style, colour);
                return style;
            }));
        }
    }
}
