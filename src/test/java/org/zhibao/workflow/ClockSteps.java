package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.zhibao.account.Actor;
import org.zhibao.calendar.CalendarAdministration;
import org.zhibao.calendar.CalendarAdministration.DayEdit;
import org.zhibao.calendar.DayKind;
import org.zhibao.clock.ExtensionRequest;
import org.zhibao.clock.Extensions;
import org.zhibao.clock.LatenessRow;
import org.zhibao.clock.LatenessRows;
import org.zhibao.clock.Redatings;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingActions;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingDossier.AvailableAction;
import org.zhibao.filing.FilingSummary;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.testing.Scenario;

/**
 * What can happen to a filing and its clock, in whatever order: people act, deadlines pass, time is extended, the calendar
 * and the period's days change and the period is re-dated.
 */
final class ClockSteps {

    /** What somebody does next. */
    private record Step(Actor actor, FilingAction action) {
    }

    private final Quarter quarter;
    private final Random random;
    private final Set<LocalDate> editedDays = new HashSet<>();
    private final Scenario scenario;
    private final FilingActions actions;
    private final FilingDesk desk;
    private final Extensions extensions;
    private final LatenessRows lateness;
    private final Redatings redatings;
    private final CalendarAdministration calendar;
    private final ProcessEngine engine;
    private final Invariants invariants;
    private final ClockScenario clocks;

    ClockSteps(AutowireCapableBeanFactory beans, Quarter quarter, Random random) {
        this.quarter = quarter;
        this.random = random;
        this.scenario = beans.getBean(Scenario.class);
        this.actions = beans.getBean(FilingActions.class);
        this.desk = beans.getBean(FilingDesk.class);
        this.extensions = beans.getBean(Extensions.class);
        this.lateness = beans.getBean(LatenessRows.class);
        this.redatings = beans.getBean(Redatings.class);
        this.calendar = beans.getBean(CalendarAdministration.class);
        this.engine = beans.getBean(ProcessEngine.class);
        this.invariants = new Invariants(engine);
        this.clocks = new ClockScenario(beans);
    }

    /** Does something; says what. */
    String next(FilingSummary filing) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> missDeadline(filing);
            case 2, 3 -> extend(filing);
            case 4, 5 -> redate();
            case 6 -> changeCalendar();
            default -> act(filing);
        };
    }

    /** Design invariants 1 and 2, and the ledger beside them. */
    void holds(FilingSummary filing) {
        invariants.hold(filing);
        Optional<LatenessRow> open = lateness.open(filing.id());
        assertThat(open.isPresent()).as("an open row of the ledger, overdue %s", filing.overdue())
                .isEqualTo(filing.overdue());
        open.ifPresent(row -> {
            assertThat(row.stage()).isEqualTo(filing.stage());
            assertThat(row.dueAt()).isEqualTo(filing.dueAt());
        });
    }

    /** Takes back what it did to the calendar. */
    void restoreCalendar() {
        Set.copyOf(editedDays).forEach(this::toggle);
    }

    private String act(FilingSummary filing) {
        List<Step> possible = new ArrayList<>();
        for (Actor actor : List.of(scenario.unit(filing), scenario.city(filing), scenario.province())) {
            desk.filing(filing.id(), actor).actions().stream().filter(AvailableAction::allowed)
                    .filter(a -> a.action() != FilingAction.SUSPEND && a.action() != FilingAction.ARCHIVE)
                    .forEach(a -> possible.add(new Step(actor, a.action())));
        }
        Step step = possible.get(random.nextInt(possible.size()));
        switch (step.action()) {
            case SAVE -> scenario.save(filing, scenario.report(filing));
            case SUBMIT -> scenario.submit(filing, random.nextInt(4) == 0
                    ? scenario.reportWith(filing, Map.of("A10", "")) : scenario.report(filing));
            case CLAIM -> actions.claim(filing.id(), step.actor());
            case RELEASE -> actions.release(filing.id(), step.actor());
            case WITHDRAW -> scenario.withdraw(filing, step.actor());
            default -> scenario.record(filing, step.action(), step.actor());
        }
        return step.actor().userId() + " " + step.action();
    }

    private String missDeadline(FilingSummary filing) {
        invariants.timers(filing).forEach(timer -> engine.getManagementService().executeJob(timer.getId()));
        return "deadline of " + filing.stage();
    }

    private String extend(FilingSummary filing) {
        LocalDate day = random.nextBoolean() ? LocalDate.now().plusDays(random.nextInt(90)) : dueDay();
        try {
            extensions.grant(new ExtensionRequest(filing.id(), null, null, null, day, "设备检修，推迟办理"),
                    scenario.province());
            return "extend to " + day;
        } catch (Refusal notNow) {
            return "no extension to " + day;
        }
    }

    private String redate() {
        LocalDate first = dueDay();
        clocks.document(quarter, first, first.plusDays(1 + random.nextInt(9)), first.plusDays(10 + random.nextInt(9)));
        if (redatings.plan(quarter.code(), clocks.admin()).needed()) {
            clocks.redate(quarter);
        }
        assertThat(redatings.plan(quarter.code(), clocks.admin()).needed()).as("what is left to re-date").isFalse();
        return "re-date to " + first;
    }

    private String changeCalendar() {
        LocalDate day = LocalDate.now().plusDays(1 + random.nextInt(6));
        return day.getDayOfWeek().getValue() < 6 && day.getYear() == LocalDate.now().getYear() ? toggle(day) : "-";
    }

    private String toggle(LocalDate day) {
        try {
            boolean edited = editedDays.remove(day);
            calendar.editDay(day, edited ? new DayEdit(null, "", "", "恢复") : new DayEdit(DayKind.OFF, "临时放假",
                    "国办发明电〔2026〕99号", "临时放假"), clocks.admin());
            if (!edited) {
                editedDays.add(day);
            }
            return "calendar " + day;
        } catch (Refusal already) {
            return "no change of " + day;
        }
    }

    private LocalDate dueDay() {
        return ClockScenario.day(quarter, 4, 1 + random.nextInt(28));
    }
}
