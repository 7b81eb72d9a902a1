package org.zhibao.workflow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.operation.ClockEngine;
import org.zhibao.operation.ClockQuery;
import org.zhibao.operation.ClockQuery.Kind;
import org.zhibao.operation.ClockRow;
import org.zhibao.operation.ClockSummary;

/** Shows timers and jobs to the operation feature, and suspends, resumes and retries them. */
@Component
class EngineClocks implements ClockEngine {

    private static final int RETRIES = 3;
    private static final Pattern ID = Pattern.compile("[\\w-]{1,64}");

    private final ClockRows rows;
    private final ManagementService jobs;
    private final ElementNames names;
    private final EngineCalls engine;

    EngineClocks(ClockRows rows, ManagementService jobs, ElementNames names, EngineCalls engine) {
        this.rows = rows;
        this.jobs = jobs;
        this.names = names;
        this.engine = engine;
    }

    @Override
    public long count(ClockQuery query, Instant now) {
        return rows.count(query, now);
    }

    @Override
    public List<ClockRow> rows(ClockQuery query, Instant now, int offset, int limit) {
        return rows.page(query, now, offset, limit).stream().map(this::named).toList();
    }

    @Override
    public Optional<ClockRow> row(String id) {
        return ID.matcher(id).matches() ? rows.one(id).stream().findFirst().map(this::named) : Optional.empty();
    }

    private ClockRow named(ClockRows.Found f) {
        String name = f.definitionId() == null || f.activity() == null ? f.kind().name()
                : names.of(f.definitionId(), f.activity());
        return new ClockRow(f.id(), f.kind(), f.process(), f.processName() == null ? f.process() : f.processName(),
                f.activity(), name, f.businessKey(), f.due(), f.suspended(), f.retries(), f.failed(), f.message(),
                f.filingId(), f.unitName(), f.cityCode(), f.countyCode(), f.stage());
    }

    @Override
    public ClockSummary summary(Instant now, int next) {
        Map<String, Long> counts = rows.counts(now);
        return new ClockSummary(counts.getOrDefault(Kind.DEADLINE.name(), 0L), counts.getOrDefault(Kind.TIMER.name(), 0L),
                counts.getOrDefault(Kind.JOB.name(), 0L), counts.getOrDefault("failed", 0L),
                counts.getOrDefault("suspended", 0L), counts.getOrDefault("past", 0L),
                rows.next(now, next, ClockSummary.Firing::new));
    }

    @Override
    public String trace(String id) {
        StringBuilder trace = new StringBuilder();
        engine.asSystem(() -> Optional.ofNullable(jobs.getJobExceptionStacktrace(id)).ifPresent(trace::append));
        return trace.toString();
    }

    @Override
    public void suspend(String id, Actor actor) {
        engine.as(actor, () -> engine.trusted(() -> jobs.suspendJobById(id)));
    }

    @Override
    public void resume(String id, Actor actor) {
        engine.as(actor, () -> engine.trusted(() -> jobs.activateJobById(id)));
    }

    @Override
    public void retry(String id, Actor actor) {
        boolean waits = rows.one(id).stream().noneMatch(f -> f.kind() == Kind.JOB);
        engine.as(actor, () -> engine.trusted(() -> {
            jobs.setJobRetries(id, RETRIES);
            if (!waits) {
                // its next attempt may be set for later
                jobs.setJobDuedate(id, null);
            }
        }));
    }

    @Override
    public List<ProcessName> processes() {
        return rows.processes().entrySet().stream().map(p -> new ProcessName(p.getKey(), p.getValue()))
                .sorted(Comparator.comparing(ProcessName::name)).toList();
    }
}
