package org.zhibao.cover;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every minute whether leave begins or ends, on every node that does background work at all. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class CoverSchedule {

    private final LeaveCovers covers;

    CoverSchedule(LeaveCovers covers) {
        this.covers = covers;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    void look() {
        covers.catchUp();
    }
}
