package org.zhibao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoPropertiesTest {

    @Test
    void demoDataComeUnaskedOnTheEmbeddedDatabaseOnly() {
        DemoProperties unset = new DemoProperties(null, 376);

        assertThat(unset.wantedFor("jdbc:h2:file:./data/zhibao")).isTrue();
        assertThat(unset.wantedFor("jdbc:postgresql://localhost/zhibao")).isFalse();
    }

    @Test
    void whatIsSetCountsOnAnyDatabase() {
        assertThat(new DemoProperties(true, 376).wantedFor("jdbc:postgresql://localhost/zhibao")).isTrue();
        assertThat(new DemoProperties(false, 376).wantedFor("jdbc:h2:file:./data/zhibao")).isFalse();
    }
}
