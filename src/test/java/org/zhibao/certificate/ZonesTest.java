package org.zhibao.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;

class ZonesTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0, true",
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 9.255.255.255, false",
        "10.0.0.0/8, 11.0.0.0, false",
        "172.16.0.0/12, 172.31.255.255, true",
        "172.16.0.0/12, 172.32.0.0, false",
        "192.168.4.0/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "192.168.1.7, 192.168.1.7, true",
        "192.168.1.7, 192.168.1.8, false",
        "0.0.0.0/0, 203.0.113.7, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "10.0.0.0/8, ::ffff:a01:203, true",
        "10.0.0.0/8, ::10.1.2.3, false",
        "10.0.0.0/8, ::ffff:11.1.2.3, false",
        "fc00::/7, fdff::1, true",
        "fc00::/7, fe00::1, false",
        "2001:db8:a::/48, 2001:db8:a:ffff::1, true",
        "2001:db8:a::/48, 2001:db8:b::1, false",
        "2001:db8:a::/48, 2001:0DB8:000A:0:0:0:0:1, true",
        "fe80::/10, fe80::1%eth0, true",
        "::1/128, ::1, true",
        "::1/128, 127.0.0.1, false",
        "::/0, 10.1.2.3, false",
        "10.0.0.0/8, 10.1.2.3.example.org, false",
        "10.0.0.0/8, localhost, false",
        "10.0.0.0/8, 10.1, false",
        "10.0.0.0/8, 010.1.2.300, false",
        "10.0.0.0/8, '', false",
        "10.0.0.0/8, :, false"})
    void anAddressIsInsideIfItBeginsWithTheBitsOfARange(String range, String address, boolean inside) {
        assertThat(zones(range).contains(address)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/-1", "10.0.0.0/", "10.1.0.0/8", "fc01::/7", "intranet",
        "10.0.0", "10.0.0.256/32", "", "/8", "fc00::/129", "::ffff:10.0.0.0/104"})
    void aRangeThatIsNoneStopsTheStart(String range) {
        assertThatThrownBy(() -> zones(range)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(range);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, true", "::1, true", "10.1.2.3, true", "172.20.0.1, true", "192.168.0.9, true", "fd00::9, true",
        "8.8.8.8, false", "203.0.113.7, false", "2001:db8::1, false", "169.254.1.1, false", "100.64.0.1, false"})
    void byDefaultLoopbackAndPrivateRangesAreInside(String address, boolean inside) {
        ZoneSettings settings = new Binder(new MapConfigurationPropertySource()).bindOrCreate("zhibao.zones",
                ZoneSettings.class);
        assertThat(settings.enterprisesNeedCertificate()).isFalse();
        assertThat(new Zones(settings).contains(address)).isEqualTo(inside);
    }

    @Test
    void whoWasPassedOnByAStrangerComesFromOutside() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("10.1.2.3");
        assertThat(zones("10.0.0.0/8").inside(request)).isTrue();
        request.addHeader("X-Forwarded-For", "10.1.2.4");
        assertThat(zones("10.0.0.0/8").inside(request)).isFalse();
        request.setAttribute("org.apache.tomcat.request.forwarded", true);
        assertThat(zones("10.0.0.0/8").inside(request)).isTrue();
    }

    private static Zones zones(String range) {
        return new Zones(new ZoneSettings(List.of(range), false));
    }
}
