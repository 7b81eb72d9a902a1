package org.zhibao.filing;

/** Where a filing stands in the process, in the words of the process. */
public enum Stage {
    /** 企业填报 */
    FILL_IN,
    /** 限期整改 */
    RECTIFY,
    /** 市级审核 */
    CITY_REVIEW,
    /** 省级审核 */
    PROVINCE_REVIEW,
    /** 市级处理反馈 */
    CITY_FEEDBACK,
    /** 省级处理部委反馈 */
    PROVINCE_FEEDBACK,
    /** 已通过，待报送 */
    ACCEPTED,
    /** 已报送 */
    REPORTED,
    /** 已归档 */
    ARCHIVED,
    /** 停报 */
    SUSPENDED,
    /** 未报: the period closed before the enterprise had filed. */
    CLOSED;

    /** Whether nothing more is to come. */
    public boolean finished() {
        return this == ARCHIVED || this == SUSPENDED || this == CLOSED;
    }
}
