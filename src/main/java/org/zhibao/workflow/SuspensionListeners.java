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
import org.zhibao.suspension.SuspensionPosition;
import org.zhibao.suspension.SuspensionState;
import org.zhibao.suspension.SuspensionSummary;

/**
 * Has suspensions follow their process, however the model is edited: elements with a {@code suspension} are states of it.
 * Only our services complete its tasks.
 */
@Component
class SuspensionListeners extends AbstractBpmnParseListener {

    /** Looked up late: the engine is built before the services that use it. */
    private final ObjectProvider<SuspensionPosition> position;

    SuspensionListeners(ObjectProvider<SuspensionPosition> position) {
        this.position = position;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        state(element).ifPresent(state -> {
            TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
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
                (ExecutionListener) execution -> position.getObject().entered(id(execution), state, null, null)));
    }

    private void entered(DelegateTask task, SuspensionState state) {
        SuspensionSummary suspension = position.getObject().entered(id(task), state, task.getId(),
                task.getDueDate().toInstant());
        task.setDescription(suspension.unitName() + " · " + suspension.periods());
    }

    private static Optional<SuspensionState> state(Element element) {
        return StageProperty.named(element, "suspension").map(SuspensionState::valueOf);
    }

    private static long id(VariableScope scope) {
        return (Long) scope.getVariable(SuspensionVariables.SUSPENSION);
    }
}
