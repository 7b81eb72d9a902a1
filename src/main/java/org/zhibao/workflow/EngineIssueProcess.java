package org.zhibao.workflow;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.zhibao.account.IssueProcess;

/** Drives {@code account-issue.bpmn} for the account feature. */
@Component
class EngineIssueProcess implements IssueProcess {

    private final RuntimeService runtime;
    private final EngineCalls engine;

    EngineIssueProcess(RuntimeService runtime, EngineCalls engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    @Override
    public void start(long issueId, String area) {
        engine.asSystem(() -> runtime.startProcessInstanceByKey(IssueVariables.PROCESS, area + "/issue-" + issueId,
                Map.of(IssueVariables.ISSUE_ID, issueId)));
    }
}
