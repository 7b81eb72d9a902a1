package org.zhibao.certificate;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The private network, {@code zhibao.zones.*}. By default loopback and what RFC 1918 and RFC 4193 set aside: narrow it to
 * what is really yours where others can come from such addresses.
 *
 * @param privateRanges              from where staff sign in with a password only
 * @param enterprisesNeedCertificate whether enterprises, too, need a certificate outside the private network
 */
@ConfigurationProperties("zhibao.zones")
record ZoneSettings(
        @DefaultValue({"127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"})
        List<String> privateRanges,
        @DefaultValue("false") boolean enterprisesNeedCertificate) {
}
