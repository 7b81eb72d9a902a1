package org.zhibao.workshop;

/** What a model describes. */
public enum ModelKind {
    /** 流程 (BPMN) */
    PROCESS,
    /** 决策表 (DMN) */
    DECISION
}
