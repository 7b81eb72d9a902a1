package org.zhibao.rule;

/** What a finding asks for. */
public enum Severity {
    /** 强制性: the report cannot be submitted. */
    BLOCKING,
    /** 提示性需说明: the figure is corrected or an explanation given. */
    EXPLAIN,
    /** 提示: for information. */
    HINT
}
