package org.zhibao.workflow;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingPosition;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.period.Quarter;

/**
 * Has the filing's position follow the process, however the model is edited: every element with a {@code stage} reports
 * the arrival of a token, every user task also who claims it and that only our services complete it.
 */
@Component
class PositionListeners extends AbstractBpmnParseListener {

    private static final String QUARTERS = "一二三四";

    /** Looked up late: the engine is built before the services that use it. */
    private final ObjectProvider<FilingPosition> position;

    PositionListeners(ObjectProvider<FilingPosition> position) {
        this.position = position;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        StageProperty.of(element).ifPresent(stage -> {
            TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, t -> entered(t, stage));
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, this::updated);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, new CompletionGuard());
        });
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        reportArrival(element, activity);
    }

    @Override
    public void parseEventBasedGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        reportArrival(element, activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        reportArrival(element, activity);
    }

    private void reportArrival(Element element, ActivityImpl activity) {
        Optional<Stage> stage = StageProperty.of(element);
        stage.ifPresent(s -> activity.addBuiltInListener(ExecutionListener.EVENTNAME_START,
                (ExecutionListener) execution -> position.getObject().entered(
                        (Long) execution.getVariable(FilingVariables.FILING_ID), s, null, null)));
    }

    private void entered(DelegateTask task, Stage stage) {
        Date due = task.getDueDate();
        FilingSummary filing = position.getObject().entered(filingId(task), stage, task.getId(),
                due == null ? null : due.toInstant());
        Quarter quarter = Quarter.parse(filing.period());
        // what Tasklist shows of a task: whose report, for which quarter
        task.setDescription("%s · %d年第%s季度".formatted(filing.unitName(), quarter.year(),
                QUARTERS.charAt(quarter.number() - 1)));
    }

    private void updated(DelegateTask task) {
        position.getObject().claimed(filingId(task), task.getId(), task.getAssignee());
    }

    private static long filingId(DelegateTask task) {
        return (Long) task.getVariable(FilingVariables.FILING_ID);
    }
}
