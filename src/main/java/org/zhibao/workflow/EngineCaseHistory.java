package org.zhibao.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;
import org.zhibao.casefile.CaseEvent;
import org.zhibao.casefile.CaseHistory;
import org.zhibao.oversight.FilingConditions;

/** Reads the engine's history of a filing for auditors, who were admitted by the feature: the engine is asked as nobody. */
@Component
class EngineCaseHistory implements CaseHistory {

    private final HistoryService history;
    private final RepositoryService repository;
    private final EngineCalls engine;
    private final List<EngineEvents> events;
    private final StageTimes times;

    EngineCaseHistory(HistoryService history, RepositoryService repository, EngineCalls engine,
                      List<EngineEvents> events, StageTimes times) {
        this.times = times;
        this.history = history;
        this.repository = repository;
        this.engine = engine;
        this.events = events;
    }

    @Override
    public List<Run> runs(String businessKey) {
        List<Run> runs = new ArrayList<>();
        engine.asSystem(() -> instances(businessKey).forEach(instance -> runs.add(run(instance))));
        return runs;
    }

    @Override
    public List<CaseEvent> events(String businessKey) {
        List<CaseEvent> found = new ArrayList<>();
        engine.asSystem(() -> instances(businessKey)
                .forEach(instance -> events.forEach(e -> found.addAll(e.of(instance.getId())))));
        return found;
    }

    @Override
    public byte[] diagram(String definition) {
        List<byte[]> found = new ArrayList<>();
        engine.asSystem(() -> {
            try (InputStream model = repository.getProcessModel(definition)) {
                found.add(model.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        return found.get(0);
    }

    @Override
    public List<StageTime> stageTimes(FilingConditions where) {
        return times.of(where);
    }

    private List<HistoricProcessInstance> instances(String businessKey) {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey(FilingVariables.PROCESS)
                .processInstanceBusinessKey(businessKey).orderByProcessInstanceStartTime().asc()
                .orderByProcessInstanceId().asc().list();
    }

    private Run run(HistoricProcessInstance instance) {
        boolean endedFromOutside = instance.getEndTime() != null && instance.getDeleteReason() != null;
        return new Run(instance.getId(), instance.getProcessDefinitionId(), instance.getProcessDefinitionVersion(),
                instance.getStartTime().toInstant(), time(instance.getEndTime()),
                endedFromOutside ? instance.getDeleteReason() : "", visits(instance.getId()));
    }

    private List<Visit> visits(String instanceId) {
        Map<String, Visit> visits = new LinkedHashMap<>();
        history.createHistoricActivityInstanceQuery().processInstanceId(instanceId).orderPartiallyByOccurrence().asc()
                .orderByHistoricActivityInstanceId().asc().list()
                .forEach(a -> visits.merge(a.getActivityId(), visit(a), EngineCaseHistory::both));
        return List.copyOf(visits.values());
    }

    private static Visit visit(HistoricActivityInstance activity) {
        Instant from = activity.getStartTime().toInstant();
        boolean open = activity.getEndTime() == null;
        Instant until = open ? ClockUtil.getCurrentTime().toInstant() : activity.getEndTime().toInstant();
        String name = activity.getActivityName();
        return new Visit(activity.getActivityId(), name == null ? "" : name, 1, open, from, until,
                Math.max(0, Duration.between(from, until).toSeconds()));
    }

    private static Visit both(Visit earlier, Visit later) {
        return new Visit(earlier.element(), earlier.name(), earlier.times() + later.times(),
                earlier.open() || later.open(), earlier.first(),
                later.last().isAfter(earlier.last()) ? later.last() : earlier.last(),
                earlier.seconds() + later.seconds());
    }

    static Instant time(Date date) {
        return date == null ? null : date.toInstant();
    }
}
