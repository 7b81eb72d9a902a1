package org.zhibao.workflow;

import static java.util.Comparator.comparing;
import static org.zhibao.workflow.EngineCaseHistory.time;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricIncident;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhibao.casefile.CaseEvent;
import org.zhibao.casefile.CaseKind;

/** What became of timers and jobs, incidents, and the engine's log of what people did to the process. */
@Component
@Order(2)
class EngineLogEvents implements EngineEvents {

    private final HistoryService history;
    private final ElementNames names;
    private final PersonNames persons;

    EngineLogEvents(HistoryService history, ElementNames names, PersonNames persons) {
        this.persons = persons;
        this.history = history;
        this.names = names;
    }

    @Override
    public List<CaseEvent> of(String processInstanceId) {
        List<CaseEvent> events = new ArrayList<>();
        history.createHistoricJobLogQuery().processInstanceId(processInstanceId).list().stream()
                .sorted(comparing(HistoricJobLog::getTimestamp).thenComparing(EngineLogEvents::sequence)
                        .thenComparing(HistoricJobLog::getId)).forEach(j -> events.add(job(j)));
        history.createHistoricIncidentQuery().processInstanceId(processInstanceId).orderByCreateTime().asc()
                .orderByIncidentId().asc().list().forEach(i -> addIncident(i, events));
        history.createUserOperationLogQuery().processInstanceId(processInstanceId).list().stream()
                .sorted(comparing(UserOperationLogEntry::getTimestamp).thenComparing(UserOperationLogEntry::getId))
                .forEach(o -> events.add(operation(o)));
        return events;
    }

    /** The engine orders by it and does not tell it. */
    private static long sequence(HistoricJobLog job) {
        return ((HistoryEvent) job).getSequenceCounter();
    }

    private CaseEvent job(HistoricJobLog job) {
        String what = job.isCreationLog() ? "CREATED" : job.isSuccessLog() ? "DONE" : job.isFailureLog() ? "FAILED"
                : "DELETED";
        return CaseEvent.of(time(job.getTimestamp()), CaseKind.JOB, what, "")
                .with("name", names.of(job.getProcessDefinitionId(), job.getActivityId()))
                .with("element", job.getActivityId()).with("type", job.getJobDefinitionType())
                .with("due", time(job.getJobDueDate())).with("cause", job.getJobExceptionMessage())
                .with("job", job.getJobId());
    }

    private void addIncident(HistoricIncident incident, List<CaseEvent> events) {
        String name = names.of(incident.getProcessDefinitionId(), incident.getActivityId());
        events.add(CaseEvent.of(time(incident.getCreateTime()), CaseKind.INCIDENT, "OPENED", "").with("name", name)
                .with("element", incident.getActivityId()).with("cause", incident.getIncidentMessage()));
        if (incident.getEndTime() != null) {
            events.add(CaseEvent.of(time(incident.getEndTime()), CaseKind.INCIDENT,
                    incident.isResolved() ? "RESOLVED" : "DELETED", "").with("name", name)
                    .with("element", incident.getActivityId()));
        }
    }

    private CaseEvent operation(UserOperationLogEntry entry) {
        return CaseEvent.of(time(entry.getTimestamp()), CaseKind.OPERATION, entry.getOperationType(),
                        persons.of(entry.getUserId()))
                .with("user", entry.getUserId()).with("entity", entry.getEntityType()).with("property", entry.getProperty())
                .with("before", entry.getOrgValue()).with("now", entry.getNewValue()).with("task", entry.getTaskId());
    }
}
