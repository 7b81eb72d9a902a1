package org.zhibao.workflow;

import java.time.Instant;
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

/**
 * Has a request follow its process, however the model is edited: elements with a property are states of it. Only our
 * services complete its tasks.
 */
abstract class FollowingListeners extends AbstractBpmnParseListener {

    private final String property;
    private final String variable;

    /**
     * @param property the property of elements that names a state
     * @param variable the process variable that holds the id of the request
     */
    FollowingListeners(String property, String variable) {
        this.property = property;
        this.variable = variable;
    }

    /**
     * The request is in a state now; task and due date are null where nobody has anything to do.
     *
     * @return what it is about, as Tasklist shows it
     */
    abstract String entered(long id, String state, String task, Instant due);

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
                (ExecutionListener) execution -> entered(id(execution), state, null, null)));
    }

    private void entered(DelegateTask task, String state) {
        task.setDescription(entered(id(task), state, task.getId(), task.getDueDate().toInstant()));
    }

    private Optional<String> state(Element element) {
        return StageProperty.named(element, property);
    }

    private long id(VariableScope scope) {
        return (Long) scope.getVariable(variable);
    }
}
