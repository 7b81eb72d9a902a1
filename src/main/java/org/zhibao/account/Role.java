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
    /** 系统管理员; of a city: 市级管理员, keeps the city's accounts and standards. */
    ADMIN,
    /** 审计员: reads everything, changes nothing. */
    AUDITOR,
    /** 安全管理员: releases the accounts of administrators; sees no reports. */
    SECURITY,
    /** 服务台: reads, resets passwords and unlocks the accounts of enterprises. */
    SUPPORT,
    /** 集团公司: reads what its subsidiaries file (W38). */
    GROUP
}
