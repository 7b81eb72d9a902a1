package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageTestExecutionListener;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestExecutionListeners;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.notice.UrgingRecord;
import org.zhibao.notice.UrgingScope;
import org.zhibao.notice.Urgings;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;

/** {@code reminding.bpmn} and {@code urging.bpmn} on a real engine; together the tests pass every node and every flow. */
@ApplicationTest
@Import({Coverage.class, NoticeProcessTest.FullCoverage.class})
@TestExecutionListeners(value = ProcessEngineCoverageTestExecutionListener.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
class NoticeProcessTest {

    @TestConfiguration
    static class FullCoverage {

        @Bean
        @Primary
        ProcessEngineCoverageProperties everyNodeAndFlow() {
            return Coverage.of(NoticeVariables.REMINDING, NoticeVariables.URGING);
        }
    }

    @Autowired
    private Scenario scenario;
    @Autowired
    private Urgings urgings;
    @Autowired
    private UrgingRecord record;
    @Autowired
    private ManagementService jobs;
    @Autowired
    private HistoryService history;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyMorningAtNineEnterprisesAreRemindedAndReviewersTold() {
        Job morning = jobs.createJobQuery().processDefinitionKey(NoticeVariables.REMINDING).timers().singleResult();
        ZonedDateTime due = morning.getDuedate().toInstant().atZone(WorkingCalendar.ZONE);
        assertThat(due.getHour()).isEqualTo(9);
        assertThat(due.getMinute()).isZero();
        assertThat(due.toInstant()).isAfter(Instant.now()).isBefore(Instant.now().plusSeconds(86_401));
        FilingSummary filing = scenario.freshFiling();
        jdbc.sql("update filing set due_at = current_timestamp where id = ?").param(filing.id()).update();

        jobs.executeJob(morning.getId());
        assertThat(workOff(NoticeVariables.REMINDING)).as("chunks and the end").isGreaterThanOrEqualTo(3);
        assertThat(notices(filing)).isEqualTo(1);
        assertThat(finished(NoticeVariables.REMINDING)).isEqualTo(1);

        Job next = jobs.createJobQuery().processDefinitionKey(NoticeVariables.REMINDING).timers().singleResult();
        assertThat(next.getId()).as("goes on every day").isNotEqualTo(morning.getId());
        jobs.executeJob(next.getId());
        workOff(NoticeVariables.REMINDING);
        assertThat(notices(filing)).as("a second run does nothing").isEqualTo(1);
    }

    @Test
    void anUrgingIsWorkedOffInChunksAndEnds() {
        UrgingScope scope = new UrgingScope(null, scenario.period(), null, FilingStatus.NOT_STARTED, null, null);
        long id = urgings.start(scope, "", UUID.randomUUID().toString(), scenario.province());
        assertThat(record.urging(id, scenario.province()).looked()).isZero();
        int executed = workOff(NoticeVariables.URGING);
        int chunks = (record.urging(id, scenario.province()).expected() + UrgeNext.CHUNK - 1) / UrgeNext.CHUNK;
        assertThat(executed).as("%s chunks, an empty one and the end", chunks).isEqualTo(chunks + 2);
        assertThat(record.urging(id, scenario.province())).satisfies(done -> {
            assertThat(done.finished()).isTrue();
            assertThat(done.urged()).isEqualTo(done.expected()).isGreaterThan(UrgeNext.CHUNK);
        });
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey("urging-" + id).finished()
                .count()).isEqualTo(1);
    }

    private int workOff(String process) {
        int executed = 0;
        for (List<Job> due = due(process); !due.isEmpty(); due = due(process)) {
            due.forEach(job -> jobs.executeJob(job.getId()));
            executed += due.size();
        }
        return executed;
    }

    private List<Job> due(String process) {
        return jobs.createJobQuery().processDefinitionKey(process).messages().list();
    }

    private long finished(String process) {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey(process).finished().count();
    }

    private long notices(FilingSummary filing) {
        return jdbc.sql("select count(*) from notice where filing_id = ? and kind like 'FILL_IN%'").param(filing.id())
                .query(Long.class).single();
    }
}
