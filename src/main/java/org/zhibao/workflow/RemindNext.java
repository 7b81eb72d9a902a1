package org.zhibao.workflow;

import java.util.OptionalLong;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.notice.Reminders;

/** 分批提醒企业: has one chunk of enterprises reminded, in the transaction of this job. */
@Component
class RemindNext implements JavaDelegate {

    static final int CHUNK = 500;

    private final Reminders reminders;

    RemindNext(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Long done = (Long) execution.getVariable(NoticeVariables.DONE_UP_TO);
        OptionalLong reached = reminders.remindNext(done == null ? 0 : done, CHUNK);
        reached.ifPresent(id -> execution.setVariable(NoticeVariables.DONE_UP_TO, id));
        execution.setVariable(NoticeVariables.ALL_REMINDED, reached.isEmpty());
    }
}
