package org.zhibao.testing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.demo.DemoFigures;
import org.zhibao.filing.Decision;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingActions;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingDrafts;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.ReportDocument;
import org.zhibao.filing.Stage;
import org.zhibao.filing.TimeLimit;
import org.zhibao.indicator.Figures;
import org.zhibao.oversight.WorklistQuery;
import org.zhibao.oversight.Worklists;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.suspension.Declaration;
import org.zhibao.suspension.Suspensions;

/** What a test does in the words of the people: a fresh filing, filling in, submitting, deciding. */
@Component
public class Scenario {

    private static final int SHOWN_UNITS = 3;
    private static final Set<String> ASKED_FOR = Set.of("430100", "430200");

    private final Set<String> used = new HashSet<>();
    private final Accounts accounts;
    private final Registry registry;
    private final Periods periods;
    private final Worklists worklists;
    private final FilingDrafts drafts;
    private final FilingActions actions;
    private final FilingDesk desk;
    private final DemoFigures figures;
    private final RuntimeService runtime;
    private final Suspensions suspensions;

    Scenario(Accounts accounts, Registry registry, Periods periods, Worklists worklists, FilingDrafts drafts,
             FilingActions actions, FilingDesk desk, DemoFigures figures, RuntimeService runtime,
             Suspensions suspensions) {
        this.accounts = accounts;
        this.registry = registry;
        this.periods = periods;
        this.worklists = worklists;
        this.drafts = drafts;
        this.actions = actions;
        this.desk = desk;
        this.figures = figures;
        this.runtime = runtime;
        this.suspensions = suspensions;
    }

    public Actor actor(String userId) {
        return accounts.actor(userId).orElseThrow();
    }

    public String period() {
        return periods.current().orElseThrow().code();
    }

    /** The filing of the current period of a unit that no other test in this context uses. */
    public FilingSummary freshFiling() {
        // leaves the units of the cities and counties that other tests ask for
        return freshFiling(unit -> !ASKED_FOR.contains(unit.cityCode()));
    }

    /** Likewise, of a unit of the city. */
    public FilingSummary freshFilingIn(String cityCode) {
        return freshFiling(unit -> unit.cityCode().equals(cityCode));
    }

    /** Likewise, of a unit as wanted. */
    public FilingSummary freshFilingWhere(Predicate<ReportingUnit> wanted) {
        return freshFiling(wanted);
    }

    private synchronized FilingSummary freshFiling(Predicate<ReportingUnit> wanted) {
        ReportingUnit unit = registry.unitsAfter("", Integer.MAX_VALUE).stream().skip(SHOWN_UNITS)
                .filter(u -> !used.contains(u.orgCode())).filter(wanted).findFirst().orElseThrow();
        used.add(unit.orgCode());
        return filingOf(unit.orgCode());
    }

    public FilingSummary filingOf(String orgCode) {
        WorklistQuery query = new WorklistQuery(period(), null, null, null, orgCode, null, 1);
        return worklists.page(query, actor("admin")).filings().get(0);
    }

    public FilingSummary now(FilingSummary filing) {
        return desk.filing(filing.id(), actor("admin")).filing();
    }

    public Actor unit(FilingSummary filing) {
        return actor(filing.orgCode());
    }

    public Actor city(FilingSummary filing) {
        return actor("city" + filing.cityCode());
    }

    /** Its county, for which demo data need not have an account. */
    public Actor county(FilingSummary filing) {
        String userId = "county" + filing.countyCode();
        accounts.create(List.of(new Actor(userId, "县级经办人", Role.COUNTY, filing.countyCode(), null)),
                HttpApi.PASSWORD, true);
        return actor(userId);
    }

    public Actor province() {
        return actor("province");
    }

    /** A complete report that passes every rule. */
    public ReportDocument report(FilingSummary filing) {
        Figures made = figures.figures(registry.require(filing.orgCode()), Quarter.parse(filing.period()));
        return new ReportDocument(made.values(), made.rows(), Map.of(),
                new ReportDocument.Signatories("填表人", "审核人", "负责人"));
    }

    /** The same report with some cells changed. */
    public ReportDocument reportWith(FilingSummary filing, Map<String, String> changed) {
        ReportDocument report = report(filing);
        Map<String, String> values = new TreeMap<>(report.values());
        values.putAll(changed);
        return new ReportDocument(values, report.rows(), report.explanations(), report.signatories());
    }

    /** Saves a draft; gives its new version. */
    public int save(FilingSummary filing, ReportDocument report) {
        int version = drafts.read(filing.id(), unit(filing)).version();
        return drafts.save(filing.id(), version, answered(filing, report), unit(filing)).version();
    }

    /** The report with an answer to the return under way, if there is one. */
    private ReportDocument answered(FilingSummary filing, ReportDocument report) {
        Map<String, String> explanations = new TreeMap<>(report.explanations());
        desk.dossier(filing.id(), unit(filing)).returned()
                .ifPresent(r -> explanations.put("return/" + r.revision(), "产量按六月入库单逐笔复核，与上报的数一致"));
        return new ReportDocument(report.values(), report.rows(), explanations, report.signatories());
    }

    /** Fills in a report and submits it. */
    public FilingActions.Submission submit(FilingSummary filing, ReportDocument report) {
        return actions.submit(filing.id(), save(filing, report), UUID.randomUUID().toString(), unit(filing));
    }

    /** A report that passes, submitted. */
    public FilingSummary submitted(FilingSummary filing) {
        submit(filing, report(filing));
        return now(filing);
    }

    /** Claims and decides; without a reason where none is needed, else with one and a limit of five working days. */
    public void decide(FilingSummary filing, FilingAction action, Actor actor) {
        actions.claim(filing.id(), actor);
        record(filing, action, actor);
    }

    /** Decides without claiming: what the province records about an accepted report, or a suspension. */
    public void record(FilingSummary filing, FilingAction action, Actor actor) {
        if (action == FilingAction.SUSPEND) {
            suspensions.declare(new Declaration(filing.orgCode(), filing.period(), null, "STOPPED",
                    "设备大修，全季停产，无排放"), List.of(), actor);
            return;
        }
        boolean bare = Set.of(FilingAction.FORWARD, FilingAction.ACCEPT, FilingAction.REPORT, FilingAction.ARCHIVE)
                .contains(action);
        boolean limited = List.of(FilingAction.RETURN, FilingAction.FEED_BACK, FilingAction.MINISTRY_FEEDBACK,
                        FilingAction.REOPEN)
                .contains(action);
        actions.decide(filing.id(), new Decision(action, bare ? "" : "请核实化学需氧量排放量",
                limited ? new TimeLimit(5, null) : null, Set.of(), 0), actor);
    }

    public void withdraw(FilingSummary filing, Actor actor) {
        actions.withdraw(filing.id(), "填写有误", actor);
    }

    /** Brings a fresh filing to the province. */
    public FilingSummary forwarded() {
        FilingSummary filing = submitted(freshFiling());
        decide(filing, FilingAction.FORWARD, city(filing));
        return now(filing);
    }

    /** Brings a fresh filing to a stage, where nobody has claimed it. */
    public FilingSummary at(Stage stage) {
        return now(at(freshFiling(), stage));
    }

    private FilingSummary at(FilingSummary filing, Stage stage) {
        switch (stage) {
            case FILL_IN -> { }
            case SUSPENDED -> record(filing, FilingAction.SUSPEND, city(filing));
            case CLOSED -> runtime.createMessageCorrelation("period-closed")
                    .processInstanceBusinessKey(filing.period() + "-" + filing.orgCode()).correlate();
            case CITY_REVIEW -> submitted(filing);
            case RECTIFY -> decide(at(filing, Stage.CITY_REVIEW), FilingAction.RETURN, city(filing));
            case PROVINCE_REVIEW -> decide(at(filing, Stage.CITY_REVIEW), FilingAction.FORWARD, city(filing));
            case CITY_FEEDBACK -> decide(at(filing, Stage.PROVINCE_REVIEW), FilingAction.FEED_BACK, province());
            case ACCEPTED -> decide(at(filing, Stage.PROVINCE_REVIEW), FilingAction.ACCEPT, province());
            case REPORTED -> record(at(filing, Stage.ACCEPTED), FilingAction.REPORT, province());
            case PROVINCE_FEEDBACK -> record(at(filing, Stage.REPORTED), FilingAction.MINISTRY_FEEDBACK, province());
            case ARCHIVED -> record(at(filing, Stage.REPORTED), FilingAction.ARCHIVE, province());
        }
        return filing;
    }

    /** A fresh filing of a unit with an industrial output to change: {@code A24}. */
    public FilingSummary freshIndustrialFiling() {
        return freshFiling(unit -> figures.figures(unit, Quarter.parse(period())).number("A24").isPresent());
    }

    /** Brings a fresh filing to its acceptance and the report to the ministry. */
    public FilingSummary reported() {
        FilingSummary filing = forwarded();
        decide(filing, FilingAction.ACCEPT, province());
        record(filing, FilingAction.REPORT, province());
        return now(filing);
    }
}
