package org.zhibao.submission;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditTrail;
import org.zhibao.audit.Sha256;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.filing.FilingCourse;
import org.zhibao.period.PeriodProcess;
import org.zhibao.period.PeriodState;
import org.zhibao.period.PeriodTask;
import org.zhibao.period.Periods;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Texts;
import org.zhibao.registry.Registry;

/**
 * What people do to submissions: a city signs, the province accepts or returns, the province reports to the ministry and
 * archives. Each act moves the process, writes the correspondence and leaves one audit row, in one transaction.
 */
@Service
@Transactional
public class AreaActions {

    /** The shortest explanation of an exception, in characters. */
    public static final int EXPLANATION_LENGTH = 10;
    /** The longest explanation or reason. */
    public static final int LONGEST = 2000;

    private static final int MOST_WORKING_DAYS = 30;
    private static final int DAYS_FOR_SUPPLEMENT = 3;

    private final AreaSubmissions submissions;
    private final AreaSignatures signatures;
    private final AreaLetters letters;
    private final AreaDesk desk;
    private final AreaProcess process;
    private final PeriodProcess periodProcess;
    private final Periods periods;
    private final FilingCourse filings;
    private final Registry registry;
    private final WorkingCalendar calendar;
    private final AuditTrail audit;
    private final Clock clock;

    AreaActions(AreaSubmissions submissions, AreaSignatures signatures, AreaLetters letters, AreaDesk desk,
                AreaProcess process, PeriodProcess periodProcess, Periods periods, FilingCourse filings,
                Registry registry, WorkingCalendar calendar, AuditTrail audit, Clock clock) {
        this.submissions = submissions;
        this.signatures = signatures;
        this.letters = letters;
        this.desk = desk;
        this.process = process;
        this.periodProcess = periodProcess;
        this.periods = periods;
        this.filings = filings;
        this.registry = registry;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Signs the submission of an area: of a city to the province, or of the province to the ministry.
     *
     * @param explanations why units (cities) that are not complete may be missing, by their codes
     * @return the signature
     */
    public AreaView.Signature sign(String period, String area, Map<String, String> explanations, Actor actor) {
        AreaDesk.requireSight(actor, area);
        AreaSubmission submission = lock(period, area);
        boolean toMinistry = AreaDesk.PROVINCE.equals(area);
        if (actor.role() != (toMinistry ? Role.PROVINCE : Role.CITY)) {
            throw Refusal.forbidden(toMinistry ? "area.province-only" : "area.city-only");
        }
        ReportingPeriod under = periods.lock(period);
        if (!desk.maySign(submission, actor)) {
            throw Refusal.conflict(toMinistry ? "area.not-closed" : "area.with-province");
        }
        AreaSignature signature = written(submission, explanations, actor);
        note(submission, actor, toMinistry ? AreaAct.REPORT : AreaAct.SIGN, "", null);
        if (toMinistry) {
            submission.reported();
            periods.startReporting(period);
            periodProcess.report(under, actor);
        } else if (submission.taskId() == null) {
            process.supplemented(submission.processInstanceId(), acceptance(under), actor);
        } else {
            process.signed(submission.taskId(), acceptance(under), actor);
        }
        return signature.shown();
    }

    /** The province accepts a city's submission. */
    public void accept(String period, String area, Actor actor) {
        AreaSubmission submission = forDecision(period, area, actor);
        process.accept(submission.taskId(), actor);
        note(submission, actor, AreaAct.ACCEPT, "", null);
    }

    /**
     * The province sends a city's submission back.
     *
     * @param reason      why; at most {@value #LONGEST} characters
     * @param workingDays until when, in working days from today: 1 to 30
     */
    public void sendBack(String period, String area, String reason, Integer workingDays, Actor actor) {
        AreaSubmission submission = forDecision(period, area, actor);
        String why = text("reason", reason, 1);
        if (workingDays == null || workingDays < 1 || workingDays > MOST_WORKING_DAYS) {
            throw Refusal.field("workingDays", "area.working-days", MOST_WORKING_DAYS);
        }
        Instant due = inWorkingDays(workingDays);
        process.sendBack(submission.taskId(), due, actor);
        note(submission, actor, AreaAct.RETURN, why, due);
    }

    /** The ministry has accepted: the province lets the period go into the archive. */
    public void archive(String period, Actor actor) {
        if (actor.role() != Role.PROVINCE) {
            throw Refusal.forbidden("area.province-only");
        }
        ReportingPeriod under = periods.lock(period);
        if (under.task() != PeriodTask.ARCHIVE || under.state() != PeriodState.REPORTED) {
            throw Refusal.conflict("period.not-reported", period);
        }
        int unsettled = filings.unsettled(period);
        if (unsettled > 0) {
            throw Refusal.conflict("period.unsettled", unsettled);
        }
        periods.startArchiving(period);
        periodProcess.archive(under, actor);
        audit.record(actor.who(), "PERIOD_ARCHIVED", "period/" + period, "");
    }

    private AreaSignature written(AreaSubmission submission, Map<String, String> explanations, Actor actor) {
        List<AreaRecord.Entry> entries = new ArrayList<>();
        List<Refusal.FieldError> missing = new ArrayList<>();
        for (AreaView.Item item : desk.items(submission.period(), submission.area())) {
            String explanation = item.complete() ? null : explanations.getOrDefault(item.code(), "").strip();
            if (!item.complete() && item.standard() && explanation.isEmpty()) {
                explanation = "已报省级，等待省级审核";
            }
            if (!item.complete() && (explanation.length() < EXPLANATION_LENGTH || explanation.length() > LONGEST
                    || Texts.unprintable(explanation))) {
                missing.add(new Refusal.FieldError(item.code(), new Refusal.Text("area.explanation", item.name(),
                        EXPLANATION_LENGTH)));
            }
            entries.add(new AreaRecord.Entry(item.code(), item.name(), item.statusName(), item.revision(),
                    item.sha256(), explanation));
        }
        if (!missing.isEmpty()) {
            throw Refusal.fields(missing);
        }
        List<AreaSignature> before = signatures.findByPeriodAndAreaOrderByNumber(submission.period(),
                submission.area());
        submission.signedAs(before.size() + 1);
        AreaRecord record = new AreaRecord(AreaRecord.SCHEMA, submission.period(), submission.area(),
                registry.region(submission.area()).name(), before.size() + 1,
                before.isEmpty() ? null : before.get(before.size() - 1).sha256(), actor.userId(), actor.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS), entries);
        byte[] bytes = record.bytes();
        return signatures.save(new AreaSignature(record, bytes, Sha256.of(bytes)));
    }

    private AreaSubmission forDecision(String period, String area, Actor actor) {
        if (actor.role() != Role.PROVINCE) {
            throw Refusal.forbidden("area.province-only");
        }
        AreaSubmission submission = lock(period, area);
        if (submission.state() != AreaState.SIGNED || submission.taskId() == null) {
            throw Refusal.conflict("area.not-signed");
        }
        return submission;
    }

    private AreaSubmission lock(String period, String area) {
        return submissions.lock(period, area).orElseThrow(() -> Refusal.notFound("area.unknown", period, area));
    }

    /** The province has the period's day, or three working days after a late signature. */
    private Instant acceptance(ReportingPeriod period) {
        Instant atLeast = inWorkingDays(DAYS_FOR_SUPPLEMENT);
        return period.provinceDue().isAfter(clock.instant()) ? period.provinceDue() : atLeast;
    }

    private Instant inWorkingDays(int days) {
        return calendar.endOf(calendar.plusWorkingDays(LocalDate.now(clock), days));
    }

    private void note(AreaSubmission submission, Actor actor, AreaAct action, String reason, Instant due) {
        letters.save(new AreaLetter(submission, actor, action, reason, due, clock.instant()));
        audit.record(actor.who(), "AREA_" + action, submission.subject(), "signature " + submission.signed()
                + (due == null ? "" : ", due " + due) + (reason.isEmpty() ? "" : ": " + reason));
    }

    private static String text(String field, String text, int shortest) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() < shortest || stripped.length() > LONGEST || Texts.unprintable(stripped)) {
            throw Refusal.field(field, "area.reason", LONGEST);
        }
        return stripped;
    }
}
