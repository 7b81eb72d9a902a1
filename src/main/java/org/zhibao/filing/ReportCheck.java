package org.zhibao.filing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.audit.Sha256;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;

/**
 * The system's check (系统校验) of a report that the enterprise has just submitted, in the transaction that completes its
 * task: a report that is clean or explained becomes a revision with its receipt, any other goes back.
 */
@Service
public class ReportCheck {

    /** What the process goes on with. */
    public enum Outcome { PASSED, BLOCKED }

    private final Filings filings;
    private final FilingDrafts drafts;
    private final FilingRevisions revisions;
    private final ReportReview review;
    private final ReturnAnswers answers;
    private final AttachmentsOnRecord attachments;
    private final WaterTransfers transfers;
    private final FilingActors actors;
    private final RecordCodec codec;
    private final Registry registry;
    private final Accounts accounts;
    private final Clock clock;

    ReportCheck(Filings filings, FilingDrafts drafts, FilingRevisions revisions, ReportReview review,
                ReturnAnswers answers, AttachmentsOnRecord attachments, WaterTransfers transfers, FilingActors actors,
                RecordCodec codec, Registry registry, Accounts accounts, Clock clock) {
        this.actors = actors;
        this.attachments = attachments;
        this.transfers = transfers;
        this.filings = filings;
        this.drafts = drafts;
        this.revisions = revisions;
        this.review = review;
        this.answers = answers;
        this.codec = codec;
        this.registry = registry;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Checks the filing's draft and freezes it if it passes; {@code userId} is who submitted it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome check(long filingId, String userId) {
        Filing filing = filings.require(filingId);
        ReportDocument document = drafts.current(filing).document();
        CheckResult result = review.check(filing, document);
        if (!result.passed() || !document.signatories().complete()) {
            filing.checkFailed();
            return Outcome.BLOCKED;
        }
        freeze(filing, document, result, userId);
        return Outcome.PASSED;
    }

    private void freeze(Filing filing, ReportDocument document, CheckResult result, String userId) {
        // databases keep microseconds; the record must say exactly what the row says
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReportingUnit unit = registry.require(filing.orgCode());
        int number = filing.revision() + 1;
        String previous = revisions.findByFilingIdAndNumber(filing.id(), filing.revision())
                .map(FilingRevision::sha256).orElse(null);
        ReportDocument frozen = new ReportDocument(document.values(), document.rows(),
                answers.onRecord(filing, document, result, userId, now), document.signatories());
        List<FiledAttachment> files = attachments.file(filing.id(), number, frozen.explanations().keySet());
        boolean late = filing.submitted(number, now);
        CopyOfRecord record = new CopyOfRecord(CopyOfRecord.SCHEMA, receipt(filing, number), filing.period(), number,
                filing.orgCode(), unit.uscc().orElse(null), unit.name(), filing.cityCode(), filing.countyCode(), now,
                late, userId, accounts.actor(userId).map(Actor::name).orElse(userId), previous, frozen,
                result.findings(), result.rules(), files);
        byte[] bytes = codec.bytes(record);
        revisions.save(new FilingRevision(filing.id(), record, bytes, Sha256.of(bytes)));
        transfers.reported(filing, frozen.figures());
        actors.acted(List.of(filing), now, userId);
    }

    /** Receipt number (回执编号): period, unit, revision; unique, and readable over the telephone. */
    static String receipt(Filing filing, int number) {
        return "%s-%s-%02d".formatted(filing.period(), filing.orgCode(), number);
    }
}
