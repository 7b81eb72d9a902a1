package org.zhibao.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.demo.DemoFigures;
import org.zhibao.filing.FilingHistory;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.ReportDocument;
import org.zhibao.indicator.Figures;
import org.zhibao.period.PeriodRosters;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.registry.ControlLevel;
import org.zhibao.registry.NewUnit;
import org.zhibao.registry.OrganisationCode;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.registry.SourceKind;
import org.zhibao.registry.UnifiedSocialCreditCode;
import org.zhibao.registry.YearlyRosters;

/** Units of Changsha of their own, with reports of long ago; their lists and periods are no other test's. */
@Component
public class OldUnits {

    public static final String COUNTY = "430112";
    public static final String CITY = "430100";

    private final Registry registry;
    private final YearlyRosters lists;
    private final Periods periods;
    private final PeriodRosters rosters;
    private final FilingHistory history;
    private final DemoFigures figures;
    private final Accounts accounts;
    private final SmallPeriod small;
    private final TransactionTemplate transaction;

    OldUnits(Registry registry, YearlyRosters lists, Periods periods, PeriodRosters rosters, FilingHistory history,
                   DemoFigures figures, Accounts accounts, SmallPeriod small, TransactionTemplate transaction) {
        this.registry = registry;
        this.lists = lists;
        this.periods = periods;
        this.rosters = rosters;
        this.history = history;
        this.figures = figures;
        this.accounts = accounts;
        this.small = small;
        this.transaction = transaction;
    }

    /** Registers a unit with an account; nobody else's roster has it. */
    public ReportingUnit unit(int number, String name, String formerName, String address) {
        OrganisationCode code = OrganisationCode.ofBody("99" + (100000 + number));
        ReportingUnit unit = registry.add(new NewUnit(code, UnifiedSocialCreditCode.ofEnterprise(CITY, code), name,
                formerName, "周明", COUNTY, "2221",
                new NewUnit.Site(address, new BigDecimal("112.81"), new BigDecimal("28.36")),
                new NewUnit.Contact("李静", "0731-00000001", "410200"), Set.of(SourceKind.WASTEWATER),
                Set.of(ControlLevel.CITY), "B", "2", "1"));
        accounts.create(List.of(new Actor(code.value(), name, Role.ENTERPRISE, COUNTY, code.value())),
                HttpApi.PASSWORD, true);
        registry.removeFromRoster(code.value());
        return unit;
    }

    /** Puts units on the city's list of a year. */
    public void list(int year, List<ReportingUnit> units) {
        lists.add(year, ControlLevel.CITY, units.stream().map(ReportingUnit::orgCode).toList());
    }

    /** Accepted reports of a closed period. */
    public void reported(Quarter quarter, List<ReportingUnit> units) {
        transaction.executeWithoutResult(status -> {
            var day = quarter.end().plusDays(7);
            periods.recordClosed(quarter, day, day.plusDays(5), day.plusDays(10), units.size());
            rosters.record(quarter.code(), units.stream().map(ReportingUnit::orgCode).toList());
            units.forEach(unit -> history.takeOver(unit, quarter.code(), report(unit, quarter),
                    day.atStartOfDay(org.zhibao.calendar.WorkingCalendar.ZONE).toInstant()));
        });
    }

    /** What the unit reported in a quarter. */
    public ReportDocument report(ReportingUnit unit, Quarter quarter) {
        Figures made = figures.figures(unit, quarter);
        return new ReportDocument(new TreeMap<>(made.values()), made.rows(), Map.of(),
                new ReportDocument.Signatories("填表人", "审核人", "负责人"));
    }

    /** Opens a period whose list these units are; gives their filings in the same order. */
    public List<FilingSummary> open(Quarter quarter, List<ReportingUnit> units) {
        list(PeriodRosters.listYear(quarter), units);
        small.plan(quarter.code());
        units.forEach(unit -> rosters.add(quarter.code(), unit.orgCode(), "试验", admin()));
        List<FilingSummary> all = small.confirmed(quarter.code());
        List<FilingSummary> filings = new ArrayList<>();
        units.forEach(unit -> all.stream().filter(f -> f.orgCode().equals(unit.orgCode())).forEach(filings::add));
        return filings;
    }

    private Actor admin() {
        return accounts.actor("admin").orElseThrow();
    }
}
