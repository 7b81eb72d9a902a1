package org.zhibao.filing.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the heading of a printed report says of the form itself ({@code zhibao.printed-form.*}); the province sets what its
 * statistical survey has been approved under.
 *
 * @param number     表号
 * @param issuedBy   制定机关
 * @param approvedBy 批准或备案机关; empty if there is none
 * @param approval   批准或备案文号; empty if there is none
 * @param validUntil 有效期至; empty if there is no end
 */
@ConfigurationProperties("zhibao.printed-form")
record PrintedForm(@DefaultValue("直报季1表") String number, @DefaultValue("湖南省生态环境厅") String issuedBy,
                   @DefaultValue("") String approvedBy, @DefaultValue("") String approval,
                   @DefaultValue("") String validUntil) {
}
