package org.zhibao.workflow;

import java.util.OptionalLong;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.notice.Urgings;

/** 分批催报: has one chunk of filings urged, in the transaction of this job. */
@Component
class UrgeNext implements JavaDelegate {

    static final int CHUNK = 200;

    private final Urgings urgings;

    UrgeNext(Urgings urgings) {
        this.urgings = urgings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Long done = (Long) execution.getVariable(NoticeVariables.DONE_UP_TO);
        OptionalLong reached = urgings.urgeNext((Long) execution.getVariable(NoticeVariables.URGING_ID),
                done == null ? 0 : done, CHUNK);
        reached.ifPresent(id -> execution.setVariable(NoticeVariables.DONE_UP_TO, id));
        execution.setVariable(NoticeVariables.ALL_URGED, reached.isEmpty());
    }
}
