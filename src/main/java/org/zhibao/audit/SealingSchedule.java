package org.zhibao.audit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Has the trail sealed every few minutes, on every node that does background work at all. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class SealingSchedule {

    private final AuditSeals seals;

    SealingSchedule(AuditSeals seals) {
        this.seals = seals;
    }

    @Scheduled(fixedDelay = 300_000, initialDelay = 60_000)
    void seal() {
        seals.sealClosed();
    }
}
