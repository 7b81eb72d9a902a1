package org.zhibao.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.account.DemoMode;
import org.zhibao.account.Role;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.filing.FilingHistory;
import org.zhibao.filing.ReportDocument;
import org.zhibao.indicator.Figures;
import org.zhibao.period.PeriodCourse;
import org.zhibao.period.PeriodRosters;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.registry.GroupCompanies;
import org.zhibao.registry.Region;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.registry.YearlyRosters;

/**
 * Fills an empty database with units, accounts, accepted reports of earlier quarters, and the current quarter open for
 * reporting. Each step is one transaction and is skipped if done: a start that was killed goes on at the next.
 */
@Component
@Order(30)
class DemoSeeder implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSeeder.class);
    /** A group company with subsidiaries in two cities. */
    private static final String GROUP = "100000016";
    private static final String GROUP_USER = "group01";
    private static final List<String> CITIES_OF_GROUP = List.of("430100", "430500");
    private static final int ENTERPRISE_DAYS = 7;
    private static final int CITY_DAYS = 12;
    private static final int PROVINCE_DAYS = 17;
    private static final int DAYS_TO_REPORT = 5;

    private final DemoMode mode;
    private final DemoProperties properties;
    private final DemoUnits units;
    private final DemoFigures figures;
    private final Registry registry;
    private final GroupCompanies groups;
    private final Accounts accounts;
    private final Periods periods;
    private final FilingHistory history;
    private final YearlyRosters lists;
    private final PeriodRosters rosters;
    private final PeriodCourse course;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoSeeder(DemoMode mode, DemoProperties properties, DemoUnits units, DemoFigures figures, Registry registry,
               GroupCompanies groups, Accounts accounts, Periods periods, FilingHistory history, YearlyRosters lists,
               PeriodRosters rosters, PeriodCourse course, TransactionTemplate transaction, Clock clock) {
        this.mode = mode;
        this.properties = properties;
        this.units = units;
        this.figures = figures;
        this.registry = registry;
        this.groups = groups;
        this.accounts = accounts;
        this.periods = periods;
        this.history = history;
        this.lists = lists;
        this.rosters = rosters;
        this.course = course;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!mode.on()) {
            return;
        }
        if (registry.rosterSize() == 0) {
            registry.addAll(units.generate(properties.units()));
        }
        enlist();
        List<ReportingUnit> roster = registry.unitsAfter("", Integer.MAX_VALUE);
        if (!accounts.exists(GROUP_USER)) {
            groups.join(GROUP, subsidiaries(roster));
        }
        accounts.create(people(roster), DemoMode.PASSWORD, true);
        Quarter current = Quarter.containing(LocalDate.now(clock)).previous();
        List<ReportingUnit> old = roster.subList(0, Math.min(roster.size(), properties.withHistory()));
        takeOver(current.sameQuarterLastYear(), old);
        takeOver(current.previous(), old);
        open(current);
        LOG.info("Demo data: {} units, period {} open. All demo accounts have the password {}: admin, admin430100, auditor, security, "
                        + "support, group01, province, province2, city430100 … city433100, city430100b, county430102, and each unit by its "
                        + "organisation code, such as {}", roster.size(), current, DemoMode.PASSWORD,
                units.generate(1).get(0).orgCode());
    }

    /** The yearly lists of the quarters shown and of the next one. */
    private void enlist() {
        Quarter current = Quarter.containing(LocalDate.now(clock)).previous();
        Stream.of(current.sameQuarterLastYear(), current.previous(), current, current.next())
                .map(PeriodRosters::listYear).distinct().filter(year -> !lists.exists(year))
                .forEach(lists::fromRegistry);
    }

    /** The first unit of each of the group's cities. */
    private static List<String> subsidiaries(List<ReportingUnit> roster) {
        return CITIES_OF_GROUP.stream().flatMap(city -> roster.stream().filter(u -> u.cityCode().equals(city)).limit(1))
                .map(ReportingUnit::orgCode).toList();
    }

    private List<Actor> people(List<ReportingUnit> roster) {
        List<Actor> people = new ArrayList<>(List.of(
                new Actor("admin", "系统管理员", Role.ADMIN, "430000", null),
                new Actor("admin430100", "长沙市系统管理员", Role.ADMIN, "430100", null),
                new Actor("auditor", "审计员", Role.AUDITOR, "430000", null),
                new Actor("security", "安全管理员", Role.SECURITY, "430000", null),
                new Actor("support", "服务台 刘洋", Role.SUPPORT, "430000", null),
                new Actor(GROUP_USER, "湘江集团公司", Role.GROUP, "430000", null, GROUP),
                new Actor("province", "省级审核员 周敏", Role.PROVINCE, "430000", null),
                new Actor("province2", "省级审核员 何伟", Role.PROVINCE, "430000", null),
                new Actor("city430100b", "长沙市审核员 李静", Role.CITY, "430100", null),
                new Actor("county430102", "芙蓉区经办人 陈芳", Role.COUNTY, "430102", null)));
        for (Region city : registry.cities()) {
            people.add(new Actor("city" + city.code(), city.name() + "审核员", Role.CITY, city.code(), null));
        }
        for (ReportingUnit unit : roster) {
            people.add(new Actor(unit.orgCode(), unit.name(), Role.ENTERPRISE, unit.countyCode(), unit.orgCode()));
        }
        return people;
    }

    private void takeOver(Quarter quarter, List<ReportingUnit> roster) {
        if (periods.find(quarter.code()).isPresent()) {
            return;
        }
        LocalDate first = quarter.end().plusDays(1);
        transaction.executeWithoutResult(status -> {
            periods.recordClosed(quarter, first.plusDays(6), first.plusDays(11), first.plusDays(16), roster.size());
            rosters.record(quarter.code(), roster.stream().map(ReportingUnit::orgCode).toList());
            roster.forEach(unit -> history.takeOver(unit, quarter.code(), report(unit, quarter),
                    first.plusDays(DAYS_TO_REPORT).atTime(15, 0).atZone(WorkingCalendar.ZONE).toInstant()));
        });
    }

    private ReportDocument report(ReportingUnit unit, Quarter quarter) {
        Figures made = figures.figures(unit, quarter);
        return new ReportDocument(made.values(), made.rows(), Map.of(),
                new ReportDocument.Signatories(unit.contactName(), "审核员", unit.legalRepresentative()));
    }

    private void open(Quarter quarter) {
        if (periods.find(quarter.code()).isPresent()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        transaction.executeWithoutResult(status -> {
            periods.plan(quarter, today.plusDays(ENTERPRISE_DAYS), today.plusDays(CITY_DAYS),
                    today.plusDays(PROVINCE_DAYS));
            course.openUnattended(quarter.code());
        });
    }
}
