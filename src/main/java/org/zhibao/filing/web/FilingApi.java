package org.zhibao.filing.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.filing.CheckResult;
import org.zhibao.filing.Decision;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingActions;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingDossier.RevisionSummary;
import org.zhibao.filing.FilingDrafts;
import org.zhibao.filing.PointAsked;
import org.zhibao.filing.ReportDocument;
import org.zhibao.filing.TimeLimit;
import org.zhibao.refusal.Refusal;
import org.zhibao.rule.Finding;
import org.zhibao.rule.Severity;
import org.zhibao.web.RefusalTexts;

/** One filing through the API: its draft, check, submission, review. */
@RestController
@RequestMapping("/api/v1/filings/{id}")
class FilingApi {

    /** A draft to be saved. */
    record DraftBody(int version, ReportDocument document) {
    }

    /** The new version of a saved draft. */
    record Saved(int version, Instant savedAt) {
    }

    /**
     * A finding in the reader's language; {@code explanation} is empty unless one counts, {@code refusal} unless one was
     * written that does not.
     */
    record FindingView(String rule, int version, String target, Severity severity, boolean confirm, List<String> fields,
                       String message, String fingerprint, String explanation, String refusal) {
    }

    /** The findings and how many of them stand in the way. */
    record CheckView(List<FindingView> findings, long blocking, long unexplained, long hints) {
    }

    /** Which version of the draft is submitted. */
    record SubmissionBody(int version) {
    }

    /** The receipt (回执) of a submission. */
    record Receipt(String receipt, int revision, Instant receivedAt, String sha256, boolean late) {
    }

    /** A reviewer's decision, see {@link Decision}. */
    record DecisionBody(FilingAction action, String reason, Integer workingDays, LocalDate dueDate,
                        Set<String> fields, int revision, List<PointAsked> points,
                        List<Confirmation> confirmations) {

        Decision decision() {
            Map<String, String> confirmed = new LinkedHashMap<>();
            if (confirmations != null) {
                confirmations.stream().filter(Objects::nonNull)
                        .forEach(c -> confirmed.put(String.valueOf(c.fingerprint()), c.remark()));
            }
            return new Decision(action, reason, new TimeLimit(workingDays, dueDate), fields, revision, points, confirmed);
        }
    }

    /** A finding that the reviewer confirms; the remark may be empty. */
    record Confirmation(String fingerprint, String remark) {
    }

    /** Why something is taken back; may be empty. */
    record WithdrawalBody(String reason) {
    }

    private final FilingDesk desk;
    private final FilingDrafts drafts;
    private final FilingActions actions;
    private final FilingViews views;
    private final RefusalTexts texts;

    FilingApi(FilingDesk desk, FilingDrafts drafts, FilingActions actions, FilingViews views, RefusalTexts texts) {
        this.desk = desk;
        this.drafts = drafts;
        this.actions = actions;
        this.views = views;
        this.texts = texts;
    }

    @GetMapping
    FilingViews.View filing(@PathVariable long id, Actor actor, Locale locale) {
        FilingDesk.FilingView filing = desk.filing(id, actor);
        return views.view(filing.filing(), filing.actions(), locale);
    }

    @GetMapping("/draft")
    FilingDrafts.Draft draft(@PathVariable long id, Actor actor) {
        return drafts.read(id, actor);
    }

    @PutMapping("/draft")
    Saved save(@PathVariable long id, @RequestBody DraftBody body, Actor actor) {
        ReportDocument document = body.document() == null ? ReportDocument.EMPTY : body.document();
        FilingDrafts.Draft saved = drafts.save(id, body.version(), document, actor);
        return new Saved(saved.version(), saved.savedAt());
    }

    @PostMapping("/check")
    CheckView check(@PathVariable long id, Actor actor, Locale locale) {
        return view(drafts.check(id, actor), locale);
    }

    @PostMapping("/submission")
    ResponseEntity<?> submit(@PathVariable long id, @RequestHeader("Idempotency-Key") String key,
                             @RequestBody SubmissionBody body, Actor actor, Locale locale) {
        FilingActions.Submission submission = actions.submit(id, body.version(), key, actor);
        if (submission.received()) {
            RevisionSummary receipt = submission.receipt();
            return ResponseEntity.status(HttpStatus.CREATED).body(new Receipt(receipt.receipt(), receipt.number(),
                    receipt.receivedAt(), receipt.sha256(), receipt.late()));
        }
        CheckResult check = submission.check();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY,
                texts.of("submission.sent-back", locale, check.blocking(), check.unexplained()));
        problem.setProperty("findings", view(check, locale).findings());
        return ResponseEntity.unprocessableEntity().body(problem);
    }

    @PostMapping("/claim")
    FilingViews.View claim(@PathVariable long id, Actor actor, Locale locale) {
        actions.claim(id, actor);
        return filing(id, actor, locale);
    }

    @DeleteMapping("/claim")
    FilingViews.View release(@PathVariable long id, Actor actor, Locale locale) {
        actions.release(id, actor);
        return filing(id, actor, locale);
    }

    @PostMapping("/decision")
    FilingViews.View decide(@PathVariable long id, @RequestBody DecisionBody body, Actor actor, Locale locale) {
        actions.decide(id, body.decision(), actor);
        return filing(id, actor, locale);
    }

    @PostMapping("/withdrawal")
    FilingViews.View withdraw(@PathVariable long id, @RequestBody(required = false) WithdrawalBody body, Actor actor,
                              Locale locale) {
        actions.withdraw(id, body == null ? "" : body.reason(), actor);
        return filing(id, actor, locale);
    }

    private CheckView view(CheckResult check, Locale locale) {
        List<FindingView> findings = check.findings().stream().map(f -> view(f, check, locale)).toList();
        return new CheckView(findings, check.blocking(), check.unexplained(), check.hints());
    }

    private FindingView view(Finding f, CheckResult check, Locale locale) {
        Refusal.Text refused = check.refused().get(f.fingerprint());
        return new FindingView(f.rule(), f.version(), f.target(), f.severity(), f.confirm(), f.fields(),
                f.message(locale), f.fingerprint(), check.explanations().getOrDefault(f.fingerprint(), ""),
                refused == null ? "" : texts.of(refused, locale));
    }
}
