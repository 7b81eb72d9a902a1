package org.zhibao.notice;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Has notices sent, every few seconds, on every node that does background work at all. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class SendingSchedule {

    private final NoticeSender sender;

    SendingSchedule(NoticeSender sender) {
        this.sender = sender;
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
    void send() {
        sender.sendDue();
    }
}
