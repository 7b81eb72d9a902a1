package org.zhibao.filing.attachment;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.audit.Sha256;
import org.zhibao.filing.AttachmentsOnRecord;
import org.zhibao.filing.FiledAttachment;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingSummary;
import org.zhibao.refusal.Refusal;

/**
 * The files beside the explanations of a report (附件). The enterprise adds and removes them while it writes; who may see
 * the report sees those on record.
 */
@Service
@Transactional
public class Attachments implements AttachmentsOnRecord {

    /** A file with its content. */
    public record Content(Attachment attachment, byte[] bytes) {
    }

    /** The largest file taken, in megabytes. */
    public static final int MOST_MEGABYTES = 5;

    /** Files of one report, those on record included. */
    public static final int MOST_FILES = 10;

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}|return/\\d{1,4}|point/\\d{1,18}");

    private final FilingAttachments attachments;
    private final FilingDesk desk;
    private final AuditTrail audit;
    private final Clock clock;

    Attachments(FilingAttachments attachments, FilingDesk desk, AuditTrail audit, Clock clock) {
        this.attachments = attachments;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    /** The files of a report; those of the draft only for the enterprise. 403 outside the caller's area. */
    @Transactional(readOnly = true)
    public List<Attachment> of(long filingId, Actor actor) {
        FilingSummary filing = desk.filing(filingId, actor).filing();
        return attachments.of(filingId).stream().filter(a -> visible(a, filing, actor)).toList();
    }

    /** One file; 404 if the report has none such that the caller may see. */
    @Transactional(readOnly = true)
    public Content read(long filingId, long id, Actor actor) {
        FilingSummary filing = desk.filing(filingId, actor).filing();
        return attachments.findById(id).filter(a -> a.filingId() == filingId && visible(a.shown(), filing, actor))
                .map(a -> new Content(a.shown(), a.content())).orElseThrow(() -> unknown(id));
    }

    /**
     * Adds a file to an explanation of the draft. The same file again for the same explanation changes nothing.
     *
     * @param key the explanation it belongs to
     * @throws Refusal 403 or 409 unless the actor writes the report now; 422 if the file is none that may be attached, or
     *                 the report has enough of them
     */
    public Attachment add(long filingId, String key, String fileName, byte[] content, Actor actor) {
        FilingSummary filing = writing(filingId, actor);
        if (key == null || !KEY.matcher(key).matches()) {
            throw Refusal.field("key", "attachment.key");
        }
        String name = FileName.clean(fileName);
        FileKind kind = kind(content, name);
        String sha256 = Sha256.of(content);
        List<Attachment> there = attachments.of(filingId);
        Optional<Attachment> same = there.stream().filter(a -> a.key().equals(key) && a.sha256().equals(sha256)).findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        if (there.size() >= MOST_FILES) {
            throw Refusal.field("file", "attachment.too-many", MOST_FILES);
        }
        Attachment added = attachments.save(new FilingAttachment(filingId, key, FileName.of(name, kind), kind, content,
                sha256, actor, clock.instant().truncatedTo(ChronoUnit.MICROS))).shown();
        audit.record(actor.who(), "ATTACH", subject(filing), "attachment " + added.id() + " to " + key + ": "
                + added.fileName() + ", " + added.bytes() + " bytes, SHA-256 " + sha256);
        return added;
    }

    /** Removes a file from the draft; 409 if it is on record with a revision. */
    public void remove(long filingId, long id, Actor actor) {
        FilingSummary filing = writing(filingId, actor);
        Attachment attachment = attachments.of(filingId).stream().filter(a -> a.id() == id).findFirst()
                .orElseThrow(() -> unknown(id));
        if (attachments.removeDraft(id) == 0) {
            throw Refusal.conflict("attachment.on-record", attachment.fileName(), attachment.revision());
        }
        audit.record(actor.who(), "ATTACH_REMOVE", subject(filing), "attachment " + id + ": " + attachment.fileName()
                + ", SHA-256 " + attachment.sha256());
    }

    @Override
    public List<FiledAttachment> file(long filingId, int revision, Set<String> keys) {
        // an empty list is no SQL
        attachments.removeDraftsBut(filingId, keys.isEmpty() ? Set.of("") : keys);
        attachments.file(filingId, revision);
        return attachments.of(filingId).stream().filter(a -> keys.contains(a.key())).map(Attachment::filed).toList();
    }

    private static FileKind kind(byte[] content, String name) {
        if (content.length == 0) {
            throw Refusal.field("file", "attachment.refused.empty");
        }
        if (content.length > MOST_MEGABYTES * 1_000_000) {
            throw Refusal.field("file", "attachment.refused.too-big", MOST_MEGABYTES);
        }
        FileKind kind = FileKind.of(content).orElseThrow(() -> Refusal.field("file", "attachment.refused.kind"));
        String extension = FileName.extension(name);
        if (!extension.isEmpty() && !kind.extensions().contains(extension)) {
            throw Refusal.field("file", "attachment.refused.name", kind.name(), extension.length() > 20
                    ? extension.substring(0, 20) : extension);
        }
        return kind;
    }

    /** The report, which nobody submits until this is done; refused unless the actor writes it now. */
    private FilingSummary writing(long filingId, Actor actor) {
        attachments.lock(filingId);
        FilingDesk.FilingView view = desk.filing(filingId, actor);
        if (view.actions().stream().anyMatch(a -> a.action() == FilingAction.SAVE && a.allowed())) {
            return view.filing();
        }
        throw view.actions().stream().filter(a -> a.action() == FilingAction.SAVE).findFirst()
                .map(a -> Refusal.conflict(a.refusal(), a.actsNext()))
                .orElseGet(() -> Refusal.forbidden("draft.not-yours", view.filing().unitName()));
    }

    private static boolean visible(Attachment attachment, FilingSummary filing, Actor actor) {
        return attachment.revision() != null || filing.orgCode().equals(actor.orgCode());
    }

    private static Refusal unknown(long id) {
        return Refusal.notFound("attachment.unknown", String.valueOf(id));
    }

    private static String subject(FilingSummary filing) {
        return "filing/" + filing.period() + "/" + filing.orgCode();
    }
}
