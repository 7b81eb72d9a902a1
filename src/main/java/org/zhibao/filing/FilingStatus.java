package org.zhibao.filing;

/** What people call the state of a filing; a projection of its position in the process. */
public enum FilingStatus {
    /** 未填报 */ NOT_STARTED,
    /** 填报中 */ DRAFTING,
    /** 校验未通过 */ CHECK_FAILED,
    /** 已上报 */ SUBMITTED,
    /** 市级审核中 */ CITY_REVIEW,
    /** 已报省 */ FORWARDED,
    /** 省级审核中 */ PROVINCE_REVIEW,
    /** 省级反馈 */ FEEDBACK,
    /** 打回整改 */ RETURNED,
    /** 省级审核通过 */ ACCEPTED,
    /** 已报送 */ REPORTED,
    /** 已归档 */ ARCHIVED,
    /** 停报 */ SUSPENDED,
    /** 未报 */ NOT_FILED
}
