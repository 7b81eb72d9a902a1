package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.clock.DueChangeRun;

/** 分批调整: has one chunk of open tasks moved, in the transaction of this job. */
@Component
class MoveDueTasks implements JavaDelegate {

    /** Few enough that who acts on one of the filings meanwhile waits for well under a second. */
    static final int CHUNK = 100;

    private final DueChangeRun run;

    MoveDueTasks(DueChangeRun run) {
        this.run = run;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long change = (Long) execution.getVariable(RedatingVariables.CHANGE_ID);
        execution.setVariable(RedatingVariables.ALL_MOVED, run.moveNext(change, CHUNK));
    }
}
