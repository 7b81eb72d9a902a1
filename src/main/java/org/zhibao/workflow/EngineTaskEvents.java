package org.zhibao.workflow;

import static org.zhibao.workflow.EngineCaseHistory.time;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhibao.casefile.CaseEvent;
import org.zhibao.casefile.CaseKind;

/** Elements of the diagram that the process came to; its tasks, who claimed them and gave them back. */
@Component
@Order(1)
class EngineTaskEvents implements EngineEvents {

    private final HistoryService history;
    private final PersonNames names;

    EngineTaskEvents(HistoryService history, PersonNames names) {
        this.history = history;
        this.names = names;
    }

    @Override
    public List<CaseEvent> of(String processInstanceId) {
        List<CaseEvent> events = new ArrayList<>();
        history.createHistoricActivityInstanceQuery().processInstanceId(processInstanceId)
                .orderPartiallyByOccurrence().asc().orderByHistoricActivityInstanceId().asc().list()
                .forEach(a -> events.add(activity(a)));
        List<HistoricTaskInstance> tasks = history.createHistoricTaskInstanceQuery().processInstanceId(processInstanceId)
                .orderByHistoricActivityInstanceStartTime().asc().orderByTaskId().asc().list();
        tasks.forEach(task -> addTask(task, events));
        tasks.forEach(task -> history.createHistoricIdentityLinkLogQuery().taskId(task.getId()).type("assignee")
                .orderByTime().asc().orderByOperationType().asc().orderByUserId().asc().list()
                .forEach(link -> events.add(assignment(task, link))));
        return events;
    }

    private static CaseEvent activity(HistoricActivityInstance activity) {
        return CaseEvent.of(time(activity.getStartTime()), CaseKind.ACTIVITY, activity.getActivityType(), "")
                .with("name", activity.getActivityName()).with("element", activity.getActivityId())
                .with("until", time(activity.getEndTime())).with("canceled", activity.isCanceled() ? "YES" : null);
    }

    private void addTask(HistoricTaskInstance task, List<CaseEvent> events) {
        events.add(CaseEvent.of(time(task.getStartTime()), CaseKind.TASK, "CREATED", "").with("name", task.getName())
                .with("due", time(task.getDueDate())).with("task", task.getId()));
        if (task.getEndTime() != null) {
            boolean done = "completed".equals(task.getDeleteReason());
            events.add(CaseEvent.of(time(task.getEndTime()), CaseKind.TASK, done ? "COMPLETED" : "CANCELED",
                            done ? names.of(task.getAssignee()) : "")
                    .with("name", task.getName()).with("task", task.getId()));
        }
    }

    private CaseEvent assignment(HistoricTaskInstance task, HistoricIdentityLinkLog link) {
        return CaseEvent.of(time(link.getTime()), CaseKind.TASK, "add".equals(link.getOperationType()) ? "CLAIMED"
                        : "RELEASED", names.of(link.getUserId()))
                .with("user", link.getUserId()).with("name", task.getName()).with("task", task.getId());
    }
}
