package org.zhibao.submission;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.filing.AreaFilings;
import org.zhibao.period.PeriodTask;
import org.zhibao.period.Periods;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.Registry;

/** Reads submissions for one person: a city its own, the province and those who watch all of them. */
@Service
@Transactional(readOnly = true)
public class AreaDesk {

    /** The province's region code. */
    public static final String PROVINCE = "430000";

    /** A submission in a list; {@code listed} and {@code complete} count without the suspended units. */
    public record Line(String area, String name, AreaState state, Instant dueAt, boolean overdue, int signed,
                       int listed, int complete) {
    }

    private final AreaSubmissions submissions;
    private final AreaSignatures signatures;
    private final AreaLetters letters;
    private final AreaFilings filings;
    private final Periods periods;
    private final Registry registry;

    AreaDesk(AreaSubmissions submissions, AreaSignatures signatures, AreaLetters letters, AreaFilings filings,
             Periods periods, Registry registry) {
        this.submissions = submissions;
        this.signatures = signatures;
        this.letters = letters;
        this.filings = filings;
        this.periods = periods;
        this.registry = registry;
    }

    /** The submissions of a period that the reader may see, the province's own first. */
    public List<Line> lines(String period, Actor actor) {
        return submissions.ofPeriod(period).stream().filter(s -> sees(actor, s.area())).map(this::line).toList();
    }

    /** One submission with everything its page shows. */
    public AreaView view(String period, String area, Actor actor) {
        AreaSubmission submission = require(period, area, actor);
        List<AreaView.Item> items = items(period, area);
        int listed = listed(items);
        return new AreaView(period, area, registry.region(area).name(), submission.state(), due(submission),
                overdue(submission), items, listed, complete(items), items.size() - listed,
                signatures.findByPeriodAndAreaOrderByNumber(period, area).stream().map(AreaSignature::shown).toList(),
                letters.findByPeriodAndAreaOrderById(period, area).stream().map(AreaLetter::shown).toList(),
                maySign(submission, actor), actor.role() == Role.PROVINCE && submission.state() == AreaState.SIGNED
                        && submission.taskId() != null);
    }

    /** The bytes that were signed: JSON in UTF-8, whose SHA-256 is on the page. */
    public byte[] signature(String period, String area, int number, Actor actor) {
        require(period, area, actor);
        return signatures.findByPeriodAndAreaAndNumber(period, area, number).map(AreaSignature::content)
                .orElseThrow(() -> Refusal.notFound("area.no-signature", number));
    }

    /** Whether the province's submission can be signed now: the period waits for it. */
    boolean maySign(AreaSubmission submission, Actor actor) {
        if (PROVINCE.equals(submission.area())) {
            return actor.role() == Role.PROVINCE
                    && periods.require(submission.period()).task() == PeriodTask.REPORT;
        }
        return actor.role() == Role.CITY && submission.area().equals(actor.area())
                && submission.state() != AreaState.SIGNED && submission.state() != AreaState.SETTLED;
    }

    AreaSubmission require(String period, String area, Actor actor) {
        AreaSubmission found = submissions.findById(new AreaSubmission.Id(period, area))
                .orElseThrow(() -> Refusal.notFound("area.unknown", period, area));
        requireSight(actor, area);
        return found;
    }

    /** The units of a city, or the cities of the province. */
    List<AreaView.Item> items(String period, String area) {
        return PROVINCE.equals(area)
                ? submissions.ofPeriod(period).stream().filter(s -> !PROVINCE.equals(s.area())).map(this::city).toList()
                : filings.of(period, area).stream().map(AreaDesk::unit).toList();
    }

    static void requireSight(Actor actor, String area) {
        if (!sees(actor, area)) {
            throw Refusal.forbidden("area.not-yours");
        }
    }

    private static boolean sees(Actor actor, String area) {
        return switch (actor.sight()) {
            case PROVINCE, ADMIN, AUDITOR, SUPPORT -> true;
            case CITY -> area.equals(actor.area());
            case COUNTY, ENTERPRISE, GROUP, SECURITY -> false;
        };
    }

    private Line line(AreaSubmission submission) {
        List<AreaView.Item> items = items(submission.period(), submission.area());
        return new Line(submission.area(), registry.region(submission.area()).name(), submission.state(),
                due(submission), overdue(submission), submission.signed(), listed(items), complete(items));
    }

    private static int listed(List<AreaView.Item> items) {
        return (int) items.stream().filter(item -> !item.suspended()).count();
    }

    private static int complete(List<AreaView.Item> items) {
        return (int) items.stream().filter(item -> item.complete() && !item.suspended()).count();
    }

    private Instant due(AreaSubmission submission) {
        var period = periods.require(submission.period());
        return PROVINCE.equals(submission.area()) && period.task() == PeriodTask.REPORT ? period.taskDue()
                : submission.dueAt();
    }

    private boolean overdue(AreaSubmission submission) {
        var period = periods.require(submission.period());
        return PROVINCE.equals(submission.area()) && period.task() == PeriodTask.REPORT ? period.taskOverdue()
                : submission.overdue();
    }

    private AreaView.Item city(AreaSubmission city) {
        List<AreaSignature> signed = signatures.findByPeriodAndAreaOrderByNumber(city.period(), city.area());
        boolean complete = city.state() == AreaState.ACCEPTED || city.state() == AreaState.SETTLED;
        return new AreaView.Item(city.area(), registry.region(city.area()).name(), "area.state." + city.state(),
                city.state().name(), 0, signed.size(),
                signed.isEmpty() ? "" : signed.get(signed.size() - 1).sha256(), complete, false);
    }

    private static AreaView.Item unit(AreaFilings.Listed unit) {
        return new AreaView.Item(unit.orgCode(), unit.unitName(), "status." + unit.status(), unit.status().name(),
                unit.filingId(), unit.revision(), unit.sha256(), unit.complete(), unit.withProvince());
    }
}
