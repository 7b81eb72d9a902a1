package org.zhibao.notice;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The channels, {@code zhibao.notice.*}; the mail server itself is {@code spring.mail.*}.
 *
 * @param mailFrom        sender of the mails; without it no mail is sent
 * @param smsUrl          address of the gateway for text messages; without it none is sent
 * @param smsSecret       what the gateway knows us by
 * @param smsSecretHeader the header it is sent in
 * @param baseUrl         address of the portal, without a slash at the end, for links in mails; without it there are none
 */
@ConfigurationProperties("zhibao.notice")
record NoticeProperties(@DefaultValue("") String mailFrom, @DefaultValue("") String smsUrl,
                        @DefaultValue("") String smsSecret, @DefaultValue("X-Api-Key") String smsSecretHeader,
                        @DefaultValue("") String baseUrl) {
}
