package org.zhibao.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.calendar.WorkingDays;
import org.zhibao.refusal.Refusal;

/**
 * When the stages of a period are due: nominal days and policy by {@link DeadlineRules}, holidays by the
 * {@link WorkingCalendar}; a date set by a document wins. Says, step by step, why.
 */
@Service
public class Deadlines {

    private final DeadlineRules rules;
    private final WorkingCalendar calendar;
    private final ManualDeadlines manuals;

    Deadlines(DeadlineRules rules, WorkingCalendar calendar, ManualDeadlines manuals) {
        this.rules = rules;
        this.calendar = calendar;
        this.manuals = manuals;
    }

    /**
     * The deadlines that apply to a period, by the policy the rules name for it.
     *
     * @throws BadDeadlineRule if the rules give no usable answer
     * @throws Refusal         if the calendar moves a date out of the quarter or the dates out of order
     */
    public PeriodDeadlines of(Quarter quarter) {
        return of(quarter, rules.policy(quarter));
    }

    /** The same by another policy; dates set by documents win here too. */
    public PeriodDeadlines of(Quarter quarter, DeadlinePolicy policy) {
        return deadlines(quarter, policy, calendar.days(), manuals.inForce(quarter));
    }

    /** What a policy gives by itself, whatever documents have set. */
    public PeriodDeadlines computed(Quarter quarter, DeadlinePolicy policy) {
        return deadlines(quarter, policy, calendar.days(), Map.of());
    }

    /** The policy that applies to a period. */
    public DeadlinePolicy policyOf(Quarter quarter) {
        return rules.policy(quarter);
    }

    /** Every date that documents ever set for a period, the latest first. */
    public List<ManualDeadline> manualHistory(Quarter quarter) {
        return manuals.history(quarter);
    }

    /** What a policy gives over a calendar that need not be the one in force. */
    PeriodDeadlines over(WorkingDays proposed, Quarter quarter) {
        return deadlines(quarter, rules.policy(quarter), proposed, manuals.inForce(quarter));
    }

    private PeriodDeadlines deadlines(Quarter quarter, DeadlinePolicy policy, WorkingDays days,
                                      Map<DeadlineStage, ManualDeadline> set) {
        List<LocalDate> nominal = new ArrayList<>();
        for (DeadlineStage stage : DeadlineStage.values()) {
            nominal.add(nominal(quarter, stage));
        }
        List<DeadlineShift> shifts = DeadlineShift.of(policy, nominal, days);
        List<StageDeadline> stages = new ArrayList<>();
        for (DeadlineStage stage : DeadlineStage.values()) {
            stages.add(deadline(stage, nominal.get(stage.ordinal()), shifts.get(stage.ordinal()), days,
                    Optional.ofNullable(set.get(stage))));
        }
        PeriodDeadlines found = new PeriodDeadlines(quarter, policy,
                stages.stream().anyMatch(StageDeadline::provisional), List.copyOf(stages));
        requirePossible(found);
        return found;
    }

    private LocalDate nominal(Quarter quarter, DeadlineStage stage) {
        NominalDay day = rules.nominalDay(stage, quarter);
        return day.after(quarter).orElseThrow(() -> new BadDeadlineRule(BadDeadlineRule.Reason.IMPOSSIBLE_DAY,
                DeadlineRules.NOMINAL, "stage=" + stage + ", period=" + quarter.code(),
                "monthOffset=" + day.monthOffset() + ", day=" + day.day()));
    }

    private StageDeadline deadline(DeadlineStage stage, LocalDate nominal, DeadlineShift shift, WorkingDays days,
                                   Optional<ManualDeadline> manual) {
        List<DeadlineStep> steps = new ArrayList<>(shift.steps());
        LocalDate day = manual.map(ManualDeadline::day).orElse(shift.day());
        boolean provisional = manual.isEmpty()
                && !(days.isAnnounced(nominal.getYear()) && days.isAnnounced(day.getYear()));
        if (provisional) {
            steps.add(step(DeadlineStep.Kind.PROVISIONAL, day, String.valueOf(day.getYear())));
        }
        manual.ifPresent(set -> steps.add(step(DeadlineStep.Kind.MANUAL, set.day(), DeadlineShift.dated(set.day()),
                set.noticeNo(), set.reason())));
        return new StageDeadline(stage, nominal, day, calendar.endOf(day), provisional, manual, List.copyOf(steps));
    }

    private static DeadlineStep step(DeadlineStep.Kind kind, LocalDate day, Object... arguments) {
        return new DeadlineStep(kind, day, new Refusal.Text("deadline.step." + kind, arguments));
    }

    private static void requirePossible(PeriodDeadlines found) {
        LocalDate last = NominalDay.lastPossible(found.quarter());
        StageDeadline before = null;
        for (StageDeadline stage : found.stages()) {
            Refusal.Text name = new Refusal.Text("deadline.stage." + stage.stage());
            if (stage.day().isAfter(last)) {
                throw refused("deadline.beyond-quarter", found.quarter().code(), name, stage.day().toString(),
                        last.toString());
            }
            if (before != null && !before.day().isBefore(stage.day())) {
                throw refused("deadline.wrong-order", found.quarter().code(), name, stage.day().toString(),
                        new Refusal.Text("deadline.stage." + before.stage()), before.day().toString());
            }
            before = stage;
        }
    }

    private static Refusal refused(String key, Object... arguments) {
        return new Refusal(Refusal.Kind.UNPROCESSABLE, new Refusal.Text(key, arguments), List.of(), Map.of());
    }
}
