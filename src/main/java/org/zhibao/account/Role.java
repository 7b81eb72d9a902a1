package org.zhibao.account;

/** In which capacity a person acts. */
public enum Role {
    /** 企业填报用户: fills in and submits its own unit's report. */
    ENTERPRISE,
    /** 县级协助: looks at and helps the units of its county; does not approve. */
    COUNTY,
    /** 市级审核用户 */
    CITY,
    /** 省级审核用户 */
    PROVINCE,
    /** 系统管理员 */
    ADMIN,
    /** 审计员: reads everything, changes nothing. */
    AUDITOR
}
