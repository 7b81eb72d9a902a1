package org.zhibao.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A version named twice is moved once: its cases would otherwise be taken down twice, and the run would fail. */
class MoveOrderTest {

    @Test
    void aVersionNamedTwiceIsMovedOnce() {
        assertThat(new MoveOrder("filing", List.of(2, 1, 2), 3, Map.of()).from()).containsExactly(2, 1);
    }
}
