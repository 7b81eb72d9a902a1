package org.zhibao.filing;

/** What a person can do to a filing. */
public enum FilingAction {
    /** 保存: write the draft. */ SAVE,
    /** 上报: submit a revision. */ SUBMIT,
    /** 撤回: take a submission back before the next level has claimed it. */ WITHDRAW,
    /** 认领 */ CLAIM,
    /** 退回待办: give a claimed task back to the others. */ RELEASE,
    /** 审核通过并报省 */ FORWARD,
    /** 打回企业整改 */ RETURN,
    /** 省级审核通过 */ ACCEPT,
    /** 反馈市级 */ FEED_BACK,
    /** 备注说明后报上级审定 */ REMARK,
    /** 报送部委 */ REPORT,
    /** 登记部委反馈 */ MINISTRY_FEEDBACK,
    /** 归档 */ ARCHIVE,
    /** 停报 */ SUSPEND,
    /** 重新开放: let the enterprise write again after the period closed. */ REOPEN
}
