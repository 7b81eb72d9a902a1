package org.zhibao.workflow;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * The last guard: a task of a filing is completed only through our services, which check the report, take down the
 * decision and leave the audit row; not by a bare call of the engine's own interfaces.
 */
class CompletionGuard implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        if (!EngineCalls.fromService()) {
            throw new ProcessEngineException("请使用表单上的按钮办理本任务。 Please use the buttons of the form to complete this task.");
        }
    }
}
