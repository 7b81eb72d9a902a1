package org.zhibao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class AssetsTest {

    @Test
    void anAssetIsFoundUnderTheNameWithItsHash() {
        var manifest = new ByteArrayResource("{\"fill-in.js\":\"fill-in-3F2A.js\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(new Assets(manifest).url("fill-in.js")).isEqualTo("/assets/fill-in-3F2A.js");
    }

    @Test
    void withoutABuiltBrowserSideTheNameStaysAsItIs() {
        assertThat(new Assets(new ClassPathResource("no-such.json")).url("fill-in.js")).isEqualTo("/assets/fill-in.js");
    }
}
