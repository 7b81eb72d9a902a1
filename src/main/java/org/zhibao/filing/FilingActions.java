package org.zhibao.filing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.audit.AuditTrail.Deed;
import org.zhibao.filing.FilingDossier.RevisionSummary;
import org.zhibao.refusal.Refusal;

/**
 * Everything a person can do to a filing, by whatever way it comes: pages, API, Tasklist. Each action moves the process,
 * writes the correspondence, leaves one audit row and is told by {@link FilingMoved}, in one transaction.
 */
@Service
@Transactional
public class FilingActions {

    /**
     * What became of a submission: a receipt, or the findings that sent it back.
     *
     * @param receipt null if the report was sent back
     * @param check   what the rules say; null for a retry that gets its earlier receipt
     */
    public record Submission(RevisionSummary receipt, CheckResult check) {

        public boolean received() {
            return receipt != null;
        }
    }

    private static final int KEY_LENGTH = 80;

    private final Filings filings;
    private final FilingDrafts drafts;
    private final FilingRevisions revisions;
    private final SubmissionKeys keys;
    private final Letters letters;
    private final FilingRights rights;
    private final DecisionCheck decisions;
    private final StageDues dues;
    private final ReportReview review;
    private final ReturnAnswers answers;
    private final PointQuestions questions;
    private final FindingConfirmations confirmations;
    private final FilingProcess process;
    private final AuditTrail audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    FilingActions(Filings filings, FilingDrafts drafts, FilingRevisions revisions, SubmissionKeys keys,
                  Letters letters, FilingRights rights, DecisionCheck decisions, StageDues dues,
                  ReportReview review, ReturnAnswers answers, PointQuestions questions,
                  FindingConfirmations confirmations, FilingProcess process, AuditTrail audit, Clock clock,
                  ApplicationEventPublisher events) {
        this.questions = questions;
        this.confirmations = confirmations;
        this.filings = filings;
        this.drafts = drafts;
        this.revisions = revisions;
        this.keys = keys;
        this.letters = letters;
        this.rights = rights;
        this.decisions = decisions;
        this.dues = dues;
        this.review = review;
        this.answers = answers;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Submits the stored draft (上报).
     *
     * @param version        the draft's version the person has reviewed
     * @param idempotencyKey made up by the caller for this one submission: a retry with it gets the same receipt
     * @return the receipt; or, if the check did not pass, the findings, with the filing back at the enterprise
     */
    public Submission submit(long filingId, int version, String idempotencyKey, Actor actor) {
        Filing filing = lock(filingId);
        rights.requireSight(actor, filing.summary());
        SubmissionKey.Id key = key(filingId, idempotencyKey);
        RevisionSummary earlier = keys.findById(key).map(k -> receipt(filing, k.revision())).orElse(null);
        if (earlier != null) {
            return new Submission(earlier, null);
        }
        rights.require(actor, filing.summary(), FilingAction.SUBMIT);
        FilingDrafts.Draft draft = drafts.current(filing);
        FilingDrafts.requireVersion(draft, version);
        requireSignatories(draft.document().signatories());
        answers.require(filing, draft.document());
        String answer = answers.answer(filing, draft.document());
        CheckResult check = review.check(filing, draft.document());
        int before = filing.revision();
        filing.about(FilingAction.SUBMIT);
        process.submit(filing.taskId(), actor, Map.of(Stage.CITY_REVIEW,
                dues.review(filing, Stage.CITY_REVIEW, before > 0)));
        if (filing.revision() == before) {
            audit.record(actor.who(), "CHECK_FAILED", filing.subject(),
                    "blocking " + check.blocking() + ", unexplained " + check.unexplained());
            events.publishEvent(new FilingMoved(filing.summary(), FilingAction.SUBMIT, ""));
            return new Submission(null, check);
        }
        keys.save(new SubmissionKey(key, filing.revision()));
        note(filing, actor, FilingAction.SUBMIT, answer, null, Set.of(), "");
        return new Submission(receipt(filing, filing.revision()), check);
    }

    /** Takes an unclaimed task (认领). Refused with 409 naming who has it if somebody was faster. */
    public void claim(long filingId, Actor actor) {
        Filing filing = lock(filingId);
        rights.require(actor, filing.summary(), FilingAction.CLAIM);
        process.claim(filing.taskId(), actor);
        audit.record(actor.who(), new Deed(FilingAction.CLAIM.name(), filing.subject(), "", actor.userId(),
                filing.stage().name()));
    }

    /** Gives a claimed task back. */
    public void release(long filingId, Actor actor) {
        Filing filing = lock(filingId);
        rights.require(actor, filing.summary(), FilingAction.RELEASE);
        process.release(filing.taskId(), actor);
        audit.record(actor.who(), new Deed(FilingAction.RELEASE.name(), filing.subject(), actor.userId(), "",
                filing.stage().name()));
    }

    /** Takes the task by its id in Tasklist. */
    public void claimTask(String taskId, Actor actor) {
        claim(idOfTask(taskId), actor);
    }

    /** Gives the task back by its id in Tasklist. */
    public void releaseTask(String taskId, Actor actor) {
        release(idOfTask(taskId), actor);
    }

    /** Decides about a filing: a reviewer's task, or what the province records about a report that was accepted. */
    public void decide(long filingId, Decision decision, Actor actor) {
        Filing filing = lock(filingId);
        decisions.requireKnown(decision.action());
        rights.require(actor, filing.summary(), decision.action());
        Instant limit = decisions.require(filing, decision);
        questions.require(filing, decision);
        confirmations.require(filing, decision, actor);
        int asked = questions.keep(filing, decision, actor, clock.instant());
        int confirmed = confirmations.keep(filing, decision, actor, clock.instant());
        Stage stage = filing.stage();
        Map<Stage, Instant> next = nextDues(filing, decision);
        filing.about(decision.action());
        if (decision.action() == FilingAction.ACCEPT) {
            filing.accepted();
        }
        if (decision.action() == FilingAction.REOPEN) {
            reopen(filing, limit, actor);
        } else if (DecisionCheck.COMPLETING.contains(decision.action())) {
            process.decide(filing.taskId(), actor, decision.action(), next);
        } else {
            process.tell(filing.processInstanceId(), stage, decision.action(), actor, next);
        }
        note(filing, actor, decision.action(), decision.reason(), limit, decision.concerned(),
                (asked == 0 ? "" : ", points " + asked) + (confirmed == 0 ? "" : ", confirmed " + confirmed));
    }

    /** Takes back one's own submission or forwarding, as long as the next level has not claimed it (撤回). */
    public void withdraw(long filingId, String reason, Actor actor) {
        Filing filing = lock(filingId);
        rights.require(actor, filing.summary(), FilingAction.WITHDRAW);
        String why = reason == null ? "" : reason.strip();
        DecisionCheck.requireReason(why);
        filing.about(FilingAction.WITHDRAW);
        process.tell(filing.processInstanceId(), filing.stage(), FilingAction.WITHDRAW, actor, duesBefore(filing));
        note(filing, actor, FilingAction.WITHDRAW, why, null, Set.of(), "");
    }

    /** Back to the enterprise, to correct its report if there is one, else to file it. */
    private void reopen(Filing filing, Instant limit, Actor actor) {
        boolean waits = filing.stage() == Stage.ACCEPTED || filing.stage() == Stage.REPORTED;
        boolean rectifying = filing.revision() > 0;
        filing.reopened();
        filing.startedAs(process.reopen(waits ? filing.processInstanceId() : null,
                new FilingProcess.Start(filing.id(), filing.period(), filing.orgCode(), filing.orgCode(),
                        filing.cityCode(), Map.of(rectifying ? Stage.RECTIFY : Stage.FILL_IN, limit)), rectifying,
                actor));
    }

    private Map<Stage, Instant> nextDues(Filing filing, Decision decision) {
        return switch (decision.action()) {
            case FORWARD -> Map.of(Stage.PROVINCE_REVIEW,
                    dues.review(filing, Stage.PROVINCE_REVIEW, filing.revision() > 1));
            case REMARK -> filing.stage() == Stage.CITY_FEEDBACK
                    ? Map.of(Stage.PROVINCE_REVIEW, dues.review(filing, Stage.PROVINCE_REVIEW, true)) : Map.of();
            case RETURN -> limited(filing, Stage.RECTIFY, decision);
            case FEED_BACK -> limited(filing, Stage.CITY_FEEDBACK, decision);
            case MINISTRY_FEEDBACK -> limited(filing, Stage.PROVINCE_FEEDBACK, decision);
            default -> Map.of();
        };
    }

    private Map<Stage, Instant> limited(Filing filing, Stage next, Decision decision) {
        return Map.of(next, dues.limited(filing, next, decision.limit()));
    }

    /** The stages a withdrawal may lead back to, due as extensions and re-datings since would have it. */
    private Map<Stage, Instant> duesBefore(Filing filing) {
        Map<Stage, Instant> before = new java.util.EnumMap<>(Stage.class);
        for (Stage stage : List.of(Stage.FILL_IN, Stage.RECTIFY, Stage.CITY_REVIEW)) {
            dues.again(filing, stage).ifPresent(due -> before.put(stage, due));
        }
        return before;
    }

    private void note(Filing filing, Actor actor, FilingAction action, String reason, Instant due,
                      Set<String> fields, String more) {
        letters.add(filing, actor, action, reason, due, fields);
        audit.record(actor.who(), new Deed(action.name(), filing.subject(), filing.before().name(),
                filing.status().name(), "revision " + filing.revision() + (due == null ? "" : ", due " + due)
                        + (fields.isEmpty() ? "" : ", fields " + fields) + more
                        + (reason.isEmpty() ? "" : ": " + reason)));
        events.publishEvent(new FilingMoved(filing.summary(), action, reason));
    }

    private RevisionSummary receipt(Filing filing, int revision) {
        return revisions.findByFilingIdAndNumber(filing.id(), revision).orElseThrow().summary();
    }

    private static SubmissionKey.Id key(long filingId, String idempotencyKey) {
        if (idempotencyKey == null || idempotencyKey.isBlank() || idempotencyKey.length() > KEY_LENGTH) {
            throw Refusal.field("Idempotency-Key", "submission.key", KEY_LENGTH);
        }
        return new SubmissionKey.Id(filingId, idempotencyKey);
    }

    private static void requireSignatories(ReportDocument.Signatories given) {
        List<Refusal.FieldError> missing = new java.util.ArrayList<>();
        Map<String, String> names = new java.util.LinkedHashMap<>();
        names.put("preparer", given.preparer());
        names.put("checker", given.checker());
        names.put("responsible", given.responsible());
        names.forEach((role, name) -> {
            if (name.isEmpty()) {
                missing.add(new Refusal.FieldError("signatories." + role,
                        new Refusal.Text("submission.signatory-missing." + role)));
            }
        });
        if (!missing.isEmpty()) {
            throw Refusal.fields(missing);
        }
    }

    private long idOfTask(String taskId) {
        return filings.idOfTask(taskId).orElseThrow(() -> Refusal.conflict("action.somebody-faster"));
    }

    private Filing lock(long filingId) {
        return filings.lock(filingId)
                .orElseThrow(() -> Refusal.notFound("filing.unknown", String.valueOf(filingId)));
    }
}
