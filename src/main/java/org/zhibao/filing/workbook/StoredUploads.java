package org.zhibao.filing.workbook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.filing.FilingDrafts;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.ReportDocument;

/** Keeps uploaded workbooks in the database until they are taken over: the next request may reach another node. */
@Service
@Transactional
class StoredUploads {

    private static final Duration KEPT = Duration.ofDays(31);

    private final FilingUploads uploads;
    private final FilingDrafts drafts;
    private final AuditTrail audit;
    private final Clock clock;

    StoredUploads(FilingUploads uploads, FilingDrafts drafts, AuditTrail audit, Clock clock) {
        this.uploads = uploads;
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps the file in place of an earlier one; and no file for longer than a month. */
    void keep(long filingId, String fileName, byte[] content, Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        uploads.discardOlder(now.minus(KEPT));
        uploads.discard(filingId);
        uploads.saveAndFlush(new FilingUpload(filingId, fileName, content, now, actor.userId()));
    }

    @Transactional(readOnly = true)
    Optional<FilingUpload> find(long filingId) {
        return uploads.findById(filingId);
    }

    void discard(long filingId) {
        uploads.discard(filingId);
    }

    /** Saves as the draft what was read from a file, and forgets the file. */
    FilingDrafts.Draft takeOver(FilingSummary filing, int version, ReportDocument document, Actor actor, String action,
                                String detail) {
        FilingDrafts.Draft saved = drafts.save(filing.id(), version, document, actor);
        audit.record(actor.who(), action, "filing/" + filing.period() + "/" + filing.orgCode(), detail);
        uploads.discard(filing.id());
        return saved;
    }
}
