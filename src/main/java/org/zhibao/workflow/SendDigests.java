package org.zhibao.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.zhibao.notice.Digests;

/** 汇总提醒审核人员: has reviewers and counties told what waits for them today. */
@Component
class SendDigests implements JavaDelegate {

    private final Digests digests;

    SendDigests(Digests digests) {
        this.digests = digests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        digests.send();
    }
}
