package org.zhibao.filing.workbook;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingDossier;
import org.zhibao.filing.FilingDrafts;
import org.zhibao.filing.ReportDocument;
import org.zhibao.indicator.Figures;
import org.zhibao.office.FileLimits;
import org.zhibao.refusal.Refusal;

/** Workbooks of reports: downloaded, filled in anywhere, uploaded, looked at, taken over. Only for who writes the report. */
@Service
public class Workbooks {

    /** The largest file taken, in megabytes. */
    public static final int MOST_MEGABYTES = FileLimits.REPORT.megabytes();

    private static final int NAME_LENGTH = 200;

    private final FilingDesk desk;
    private final FilingDrafts drafts;
    private final WorkbookWriter writer;
    private final WorkbookReader reader;
    private final WorkbookMarks marks;
    private final Intake intake;
    private final StoredUploads uploads;
    private final Slots slots = new Slots();

    Workbooks(FilingDesk desk, FilingDrafts drafts, WorkbookWriter writer, WorkbookReader reader, WorkbookMarks marks,
              Intake intake, StoredUploads uploads) {
        this.desk = desk;
        this.drafts = drafts;
        this.writer = writer;
        this.reader = reader;
        this.marks = marks;
        this.intake = intake;
        this.uploads = uploads;
    }

    /** The report, if the actor writes it now: 403 if it is not the actor's, 409 if it is not at that stage. */
    public FilingDossier dossier(long filingId, Actor actor) {
        FilingDossier dossier = desk.dossier(filingId, actor);
        if (dossier.may(FilingAction.SAVE)) {
            return dossier;
        }
        throw dossier.actions().stream().filter(a -> a.action() == FilingAction.SAVE).findFirst()
                .map(a -> Refusal.conflict(a.refusal(), a.actsNext()))
                .orElseGet(() -> Refusal.forbidden("draft.not-yours", dossier.unit().name()));
    }

    /** The workbook (XLSX) of the draft as it is now, in the reader's language. */
    public byte[] download(long filingId, Actor actor, Locale locale) {
        FilingDossier dossier = dossier(filingId, actor);
        return slots.in(() -> writer.workbook(dossier, locale));
    }

    /** Keeps a workbook to be looked at, in place of an earlier one; refused with 422 if it is none of this report. */
    public void upload(long filingId, String fileName, byte[] content, Actor actor) {
        FilingDossier dossier = dossier(filingId, actor);
        slots.in(() -> looked(content, dossier));
        String name = fileName == null || fileName.isBlank() ? "xlsx" : fileName.strip().replaceAll("\\p{C}", "");
        try {
            uploads.keep(filingId, name.length() > NAME_LENGTH ? name.substring(0, NAME_LENGTH) : name, content, actor);
        } catch (DataIntegrityViolationException atTheSameTime) {
            throw Refusal.conflict("action.somebody-faster");
        }
    }

    /** What taking over the uploaded workbook would do; empty if there is none. */
    public Optional<Preview> preview(long filingId, Actor actor) {
        FilingDossier dossier = dossier(filingId, actor);
        return uploads.find(filingId).map(upload -> slots.in(() -> looked(upload.content(), dossier))
                .preview(upload, actor));
    }

    /** The uploaded file with problems and findings marked; 404 if there is none. */
    public byte[] marked(long filingId, Actor actor, Locale locale) {
        FilingDossier dossier = dossier(filingId, actor);
        FilingUpload upload = require(filingId);
        return slots.in(() -> {
            byte[] content = upload.content();
            Preview preview = looked(content, dossier).preview(upload, actor);
            try (XSSFWorkbook workbook = reader.open(content)) {
                return marks.mark(workbook, dossier, preview, locale);
            } catch (IOException | RuntimeException failed) {
                throw failed instanceof Refusal refusal ? refusal : WorkbookRefused.because("damaged");
            }
        });
    }

    /**
     * Saves the uploaded workbook as the draft.
     *
     * @param sha256      the file that was looked at
     * @param version     the draft's version that was looked at
     * @param keptInDraft keys of the choices where the draft's side is kept
     * @throws Refusal 409 if file or draft are others by now
     */
    public FilingDrafts.Draft takeOver(long filingId, String sha256, int version, Set<String> keptInDraft, Actor actor) {
        FilingDossier dossier = dossier(filingId, actor);
        FilingUpload upload = require(filingId);
        if (!upload.sha256().equals(sha256)) {
            throw Refusal.conflict("workbook.other-upload");
        }
        if (dossier.draftVersion() != version) {
            throw Refusal.conflict("workbook.draft-changed");
        }
        Looked looked = slots.in(() -> looked(upload.content(), dossier));
        long taken = looked.merge.choices().stream().filter(c -> !keptInDraft.contains(c.key())).count();
        return uploads.takeOver(dossier.filing(), version, looked.merge.document(keptInDraft), actor, "WORKBOOK",
                "%s, SHA-256 %s, %d changes, %d cells refused".formatted(upload.fileName(), sha256, taken,
                        looked.taken.problems().size()));
    }

    /** Forgets the uploaded workbook. */
    public void discard(long filingId, Actor actor) {
        dossier(filingId, actor);
        uploads.discard(filingId);
    }

    private FilingUpload require(long filingId) {
        return uploads.find(filingId).orElseThrow(() -> Refusal.notFound("workbook.no-upload"));
    }

    private Looked looked(byte[] content, FilingDossier dossier) {
        try (XSSFWorkbook workbook = reader.open(content)) {
            Seal seal = reader.seal(workbook, dossier);
            ReadFile file = reader.read(workbook, dossier);
            Intake.Taken taken = intake.take(file, dossier.form());
            return new Looked(dossier, seal, taken, new Merge(seal.draft(), written(seal.draft(), file, taken),
                    dossier.document()));
        } catch (IOException damaged) {
            throw WorkbookRefused.because("damaged");
        }
    }

    /** The draft at the download with all that the file says over it. */
    private static ReportDocument written(ReportDocument base, ReadFile file, Intake.Taken taken) {
        Figures figures = taken.over(base);
        Map<String, String> words = file.words();
        Map<String, String> explanations = new TreeMap<>(base.explanations());
        words.forEach((key, text) -> {
            if (!key.startsWith("signatories/")) {
                explanations.put(key, text);
            }
        });
        explanations.values().removeIf(text -> text == null || text.isBlank());
        ReportDocument.Signatories who = base.signatories();
        return new ReportDocument(figures.values(), figures.rows(), explanations, new ReportDocument.Signatories(
                words.getOrDefault(ExplanationSheet.PREPARER, who.preparer()),
                words.getOrDefault(ExplanationSheet.CHECKER, who.checker()),
                words.getOrDefault(ExplanationSheet.RESPONSIBLE, who.responsible())));
    }

    /** A file that was read, beside the draft. */
    private final class Looked {

        private final FilingDossier dossier;
        private final Seal seal;
        private final Intake.Taken taken;
        private final Merge merge;

        Looked(FilingDossier dossier, Seal seal, Intake.Taken taken, Merge merge) {
            this.dossier = dossier;
            this.seal = seal;
            this.taken = taken;
            this.merge = merge;
        }

        Preview preview(FilingUpload upload, Actor actor) {
            ReportDocument document = merge.document(Set.of());
            Map<String, String> places = new HashMap<>();
            taken.places().forEach((path, place) -> places.put(path, place.written()));
            return new Preview(upload.fileName(), upload.uploadedAt(), upload.sha256(), seal.draftVersion(),
                    dossier.draftVersion(), taken.read(), List.copyOf(taken.cleaned()), taken.problems(),
                    merge.choices(), document, drafts.check(dossier.filing().id(), document, actor), places);
        }
    }
}
