package org.zhibao.workflow;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhibao.period.PeriodPosition;
import org.zhibao.period.PeriodTask;
import org.zhibao.period.Quarter;
import org.zhibao.submission.AreaPosition;
import org.zhibao.submission.AreaState;

/**
 * Has periods and area submissions follow their processes, however the models are edited: user tasks with a
 * {@code course} are acts of the period, elements with an {@code area} states of a submission. Only our services complete
 * such tasks.
 */
@Component
class CourseListeners extends AbstractBpmnParseListener {

    private static final String QUARTERS = "一二三四";

    /** Looked up late: the engine is built before the services that use it. */
    private final ObjectProvider<PeriodPosition> periods;
    private final ObjectProvider<AreaPosition> areas;

    CourseListeners(ObjectProvider<PeriodPosition> periods, ObjectProvider<AreaPosition> areas) {
        this.periods = periods;
        this.areas = areas;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        StageProperty.named(element, "course").map(PeriodTask::valueOf).ifPresent(act -> {
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, t -> waits(t, act));
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, new CompletionGuard());
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, t -> periods.getObject().done(period(t)));
        });
        state(element).ifPresent(state -> {
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, t -> entered(t, state));
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, new CompletionGuard());
        });
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        reportArrival(element, activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        reportArrival(element, activity);
    }

    private void reportArrival(Element element, ActivityImpl activity) {
        state(element).ifPresent(state -> activity.addBuiltInListener(ExecutionListener.EVENTNAME_START,
                (ExecutionListener) execution -> areas.getObject().entered(period(execution), area(execution), state,
                        null, null)));
    }

    private void waits(DelegateTask task, PeriodTask act) {
        periods.getObject().waits(period(task), act, task.getId(), task.getDueDate().toInstant());
        task.setDescription(named(period(task)));
    }

    private void entered(DelegateTask task, AreaState state) {
        areas.getObject().entered(period(task), area(task), state, task.getId(), task.getDueDate().toInstant());
        task.setDescription(named(period(task)) + " · " + area(task));
    }

    private static Optional<AreaState> state(Element element) {
        return StageProperty.named(element, "area").map(AreaState::valueOf);
    }

    private static String named(String period) {
        Quarter quarter = Quarter.parse(period);
        return "%d年第%s季度".formatted(quarter.year(), QUARTERS.charAt(quarter.number() - 1));
    }

    private static String period(VariableScope scope) {
        return (String) scope.getVariable(PeriodVariables.PERIOD);
    }

    private static String area(VariableScope scope) {
        return (String) scope.getVariable(AreaVariables.AREA);
    }
}
