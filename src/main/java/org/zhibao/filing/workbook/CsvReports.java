package org.zhibao.filing.workbook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.springframework.stereotype.Service;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.Sha256;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingDossier;
import org.zhibao.filing.FilingDrafts;
import org.zhibao.filing.ReportContacts;
import org.zhibao.filing.ReportDocument;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.Indicator;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/**
 * Reports as CSV (RFC 4180, UTF-8 with a byte order mark): a line per cell with code, name, unit, this quarter, previous
 * quarter, same quarter last year. Codes stand as codes; a text that a spreadsheet would take for a formula gets an
 * apostrophe in front.
 */
@Service
public class CsvReports {

    /**
     * What was saved.
     *
     * @param cleaned cells that were not taken as they stood
     * @param ignored paths of cells in tables: they come with the workbook or as JSON
     */
    public record Saved(FilingDrafts.Draft draft, List<CellNote> cleaned, List<String> ignored) {
    }

    private final FilingDesk desk;
    private final Workbooks workbooks;
    private final StoredUploads uploads;
    private final Intake intake;
    private final RefusalTexts texts;

    CsvReports(FilingDesk desk, Workbooks workbooks, StoredUploads uploads, Intake intake, RefusalTexts texts) {
        this.desk = desk;
        this.workbooks = workbooks;
        this.uploads = uploads;
        this.intake = intake;
        this.texts = texts;
    }

    /**
     * The report as the actor sees it: the draft for who writes it, the latest revision for all others, with the persons in
     * it masked unless it is the unit's own.
     */
    public byte[] csv(long filingId, Actor actor, Locale locale) {
        FilingDossier dossier = desk.dossier(filingId, actor);
        Words words = new Words(texts, locale);
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(words.of("form.code"), words.of("form.indicator"), words.of("form.unit"),
                words.of("form.thisQuarter"), words.of("form.previousQuarter"), words.of("form.sameQuarterLastYear")));
        ReportDocument document = dossier.document();
        boolean own = actor.role() == Role.ENTERPRISE;
        BinaryOperator<String> shown = own ? (code, value) -> value : ReportContacts::masked;
        dossier.form().sections().forEach(section -> {
            section.indicators().forEach(i -> lines.add(line(i.code(), i, words,
                    shown.apply(i.code(), document.values().get(i.code())),
                    shown.apply(i.code(), dossier.previous().values().get(i.code())),
                    shown.apply(i.code(), dossier.lastYear().values().get(i.code())))));
            section.groups().forEach(group -> {
                List<Map<String, String>> rows = document.figures().rows(group.code());
                for (int row = 0; row < rows.size(); row++) {
                    for (Indicator column : group.columns()) {
                        lines.add(line(CellPath.inRow(group.code(), row, column.code()), column, words,
                                rows.get(row) == null ? null : rows.get(row).get(column.code()), null, null));
                    }
                }
            });
        });
        return Csv.write(lines).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Saves the cells outside tables of a CSV file into the draft; cells the file does not name stay as they are.
     *
     * @param version the draft's version the file was made from
     * @throws Refusal 422 naming every cell that cannot be stored, 409 if the draft was saved in between
     */
    public Saved save(long filingId, int version, byte[] file, Actor actor) {
        FilingDossier dossier = workbooks.dossier(filingId, actor);
        Csv csv = Csv.read(file);
        List<String> ignored = csv.codes().stream().filter(CellPath::inTable).toList();
        List<Refusal.FieldError> unknown = csv.codes().stream()
                .filter(c -> !CellPath.inTable(c) && dossier.form().indicator(c).isEmpty())
                .map(c -> new Refusal.FieldError(cut(c), new Refusal.Text("indicator.problem.unknown-indicator", cut(c), cut(c))))
                .limit(50).toList();
        if (!unknown.isEmpty()) {
            throw Refusal.fields(unknown);
        }
        List<Input> inputs = csv.codes().stream().filter(c -> !CellPath.inTable(c)).map(code -> new Input(code,
                dossier.form().indicator(code).orElseThrow(), csv.place(code), Raw.text(csv.value(code)))).toList();
        Intake.Taken taken = intake.take(new ReadFile(inputs, Map.of(), Map.of()), dossier.form());
        if (!taken.problems().isEmpty()) {
            throw Refusal.fields(taken.problems().stream().map(p -> new Refusal.FieldError(p.path(),
                    new Refusal.Text("workbook.csv.problem", p.place(), p.texts().get(0)))).toList());
        }
        ReportDocument draft = dossier.document();
        Figures figures = taken.over(draft);
        ReportDocument document = new ReportDocument(figures.values(), new TreeMap<>(draft.rows()),
                draft.explanations(), draft.signatories());
        return new Saved(uploads.takeOver(dossier.filing(), version, document, actor, "CSV",
                "SHA-256 %s, %d cells".formatted(Sha256.of(file), inputs.size())), taken.cleaned(), ignored);
    }

    private static List<String> line(String path, Indicator indicator, Words words, String now, String previous,
                                     String lastYear) {
        return List.of(path, words.name(indicator), indicator.unit(words.locale()), orEmpty(now), orEmpty(previous),
                orEmpty(lastYear));
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }

    private static String cut(String code) {
        return code.length() > 40 ? code.substring(0, 40) + "…" : code;
    }
}
