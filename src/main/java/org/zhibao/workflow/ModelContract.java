package org.zhibao.workflow;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhibao.change.ChangeState;
import org.zhibao.filing.Stage;
import org.zhibao.period.PeriodTask;
import org.zhibao.submission.AreaState;
import org.zhibao.suspension.SuspensionState;

/**
 * What the rest of the platform relies on in a process, however it is edited; here and nowhere else.
 *
 * @param process   key of the process
 * @param property  the extension property by which its elements say where a case stands; empty if it has none
 * @param states    each value of that property, with the variable that says when its user task is due; empty if it has none
 * @param variables every variable that is set for it
 * @param read      those by which it decides where to go on
 * @param messages  the messages that are sent to it
 * @param messagesAt those that its user task of a state has to take
 * @param elements  ids by which its elements are found
 * @param delegates the delegates without which it does not do its work
 * @param overdue   the delegate that takes down a missed deadline; empty if it has no user tasks
 * @param forms     the forms its user tasks may have
 */
record ModelContract(String process, String property, Map<String, String> states, Set<String> variables, Set<String> read,
                     Set<String> messages, Map<String, Set<String>> messagesAt, Set<String> elements,
                     Set<String> delegates, String overdue, Set<String> forms) {

    static final List<ModelContract> ALL = List.of(filing(), area(), suspension(), change(), period(),
            automatic(RedatingVariables.PROCESS, Set.of(RedatingVariables.CHANGE_ID, RedatingVariables.ALL_MOVED),
                    RedatingVariables.ALL_MOVED, "beginDueChange", "moveDueTasks"),
            automatic(NoticeVariables.REMINDING, Set.of(NoticeVariables.DONE_UP_TO, NoticeVariables.ALL_REMINDED),
                    NoticeVariables.ALL_REMINDED, "remindNext", "sendDigests"),
            automatic(NoticeVariables.URGING, Set.of(NoticeVariables.URGING_ID, NoticeVariables.DONE_UP_TO,
                    NoticeVariables.ALL_URGED), NoticeVariables.ALL_URGED, "urgeNext", "finishUrging"),
            automatic(IssueVariables.PROCESS, Set.of(IssueVariables.ISSUE_ID, IssueVariables.ALL_ISSUED),
                    IssueVariables.ALL_ISSUED, "beginIssue", "issueAccounts"),
            automatic(CaseMoveVariables.PROCESS, Set.of(CaseMoveVariables.MOVE_ID, CaseMoveVariables.ALL_DONE),
                    CaseMoveVariables.ALL_DONE, "beginCaseMove", "moveNextCases"),
            new ModelContract("period-planning", "", Map.of(), Set.of(), Set.of(), Set.of(), Map.of(), Set.of(),
                    Set.of("planPeriod"), "", Set.of()));

    /** The contract of a process; nothing if the process is none of those the platform came with. */
    static Optional<ModelContract> of(String process) {
        return ALL.stream().filter(contract -> contract.process.equals(process)).findFirst();
    }

    private static ModelContract filing() {
        Map<String, String> states = states(Stage.values());
        Stream.of(Stage.values()).filter(s -> FilingVariables.due(s) != null)
                .forEach(s -> states.put(s.name(), FilingVariables.due(s)));
        Set<String> steering = Set.of(FilingVariables.CHECK_OUTCOME, FilingVariables.DECISION, FilingVariables.RECTIFYING);
        return new ModelContract(FilingVariables.PROCESS, "stage", states,
                joined(steering, Set.of(FilingVariables.FILING_ID, FilingVariables.UNIT_USER, FilingVariables.CITY_GROUP,
                        FilingVariables.PROVINCE_GROUP, FilingVariables.SUBMITTED_BY), dues(states)), steering,
                Set.of("unit-withdraws", "city-withdraws", "reported", "ministry-feedback", "archive", "suspend",
                        "period-closed", "reopened"),
                Map.of(Stage.CITY_REVIEW.name(), Set.of("unit-withdraws"), Stage.PROVINCE_REVIEW.name(),
                        Set.of("city-withdraws")), Set.of(),
                Set.of("checkReport", "spreadFigures", "markOverdue"), "markOverdue",
                Set.of("embedded:/forms/fill-in/${filingId}", "embedded:/forms/review/${filingId}"));
    }

    private static ModelContract area() {
        // one that is sent back waits in the same task as one that was never signed
        Map<String, String> states = states(AreaState.OPEN, AreaState.SIGNED, AreaState.ACCEPTED, AreaState.SETTLED);
        states.put(AreaState.OPEN.name(), AreaVariables.due(AreaState.OPEN));
        states.put(AreaState.SIGNED.name(), AreaVariables.due(AreaState.SIGNED));
        return new ModelContract(AreaVariables.PROCESS, "area", states,
                joined(Set.of(AreaVariables.PERIOD, AreaVariables.AREA, AreaVariables.CITY_GROUP,
                        AreaVariables.PROVINCE_GROUP, AreaVariables.DECISION), dues(states)),
                Set.of(AreaVariables.DECISION), Set.of("area-supplemented", "area-settled"), Map.of(), Set.of(),
                Set.of("markAreaOverdue"), "markAreaOverdue", Set.of("embedded:/forms/areas/${period}/${area}"));
    }

    private static ModelContract suspension() {
        Map<String, String> states = states(SuspensionState.values());
        states.put(SuspensionState.DECLARED.name(), SuspensionVariables.DUE_VERIFICATION);
        return new ModelContract(SuspensionVariables.PROCESS, "suspension", states,
                joined(Set.of(SuspensionVariables.SUSPENSION, SuspensionVariables.CITY_GROUP, SuspensionVariables.ENDS_AT,
                        SuspensionVariables.DECISION), dues(states)),
                Set.of(SuspensionVariables.DECISION), Set.of("suspension-withdrawn"),
                Map.of(SuspensionState.DECLARED.name(), Set.of("suspension-withdrawn")), Set.of(),
                Set.of("endSuspendedFilings", "markSuspensionOverdue"), "markSuspensionOverdue",
                Set.of("embedded:/forms/suspensions/${suspensionId}"));
    }

    private static ModelContract change() {
        Map<String, String> states = states(ChangeState.values());
        states.put(ChangeState.PROPOSED.name(), ChangeVariables.DUE_DECISION);
        return new ModelContract(ChangeVariables.PROCESS, "change", states,
                joined(Set.of(ChangeVariables.CHANGE, ChangeVariables.CITY_GROUP, ChangeVariables.DECISION), dues(states)),
                Set.of(ChangeVariables.DECISION), Set.of("registry-change-withdrawn"),
                Map.of(ChangeState.PROPOSED.name(), Set.of("registry-change-withdrawn")), Set.of(),
                Set.of("applyChange", "markChangeOverdue"), "markChangeOverdue",
                Set.of("embedded:/forms/registry-changes/${changeId}"));
    }

    private static ModelContract period() {
        Map<String, String> states = Map.of(PeriodTask.CONFIRM.name(), PeriodVariables.DUE_CONFIRM,
                PeriodTask.REPORT.name(), PeriodVariables.DUE_REPORT, PeriodTask.ARCHIVE.name(), PeriodVariables.DUE_ARCHIVE);
        Set<String> steering = Set.of(PeriodVariables.OPENS_LATER, PeriodVariables.ALL_STARTED, PeriodVariables.ALL_CLOSED,
                PeriodVariables.ALL_REPORTED, PeriodVariables.ALL_ARCHIVED);
        return new ModelContract(PeriodVariables.PROCESS, "course", states,
                joined(steering, dues(states), Set.of(PeriodVariables.PERIOD, PeriodVariables.PROVINCE_GROUP,
                        PeriodVariables.OPENS_AT, PeriodVariables.STARTED_UP_TO, PeriodVariables.REPORTED_BY,
                        PeriodVariables.ARCHIVED_BY, "enterpriseDue", "cityDue", "provinceDue", "closesAt")),
                steering, Set.of("close-period"), Map.of(),
                Set.of("Timer_EnterpriseDue", "Timer_CityDue", "Timer_ProvinceDue", "Timer_ClosingDay"),
                Set.of("startFilings", "startAreaSubmissions", "closeFilings", "reportFilings", "archiveFilings",
                        "markPeriodOverdue"), "markPeriodOverdue", Set.of("embedded:/forms/period/${period}"));
    }

    private static ModelContract automatic(String process, Set<String> variables, String steering, String... delegates) {
        return new ModelContract(process, "", Map.of(), variables, Set.of(steering), Set.of(), Map.of(), Set.of(),
                Set.of(delegates), "", Set.of());
    }

    private static Map<String, String> states(Enum<?>... states) {
        return Arrays.stream(states).collect(Collectors.toMap(Enum::name, s -> "", (a, b) -> a, HashMap::new));
    }

    private static Set<String> dues(Map<String, String> states) {
        return states.values().stream().filter(due -> !due.isEmpty()).collect(Collectors.toSet());
    }

    @SafeVarargs
    private static Set<String> joined(Set<String>... sets) {
        return Arrays.stream(sets).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
