package org.zhibao.operation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.zhibao.operation.CaseProcess;
import org.zhibao.operation.CaseVersion;
import org.zhibao.operation.MoveOrder;

/** What the form begins with is an order that is accepted. */
class OrderFormTest {

    @Test
    void theFormBeginsWithTheVersionsThatHaveOpenCasesAndNoMoreThanCanBeMovedAtOnce() {
        int versions = 2 * MoveOrder.MOST_VERSIONS;
        List<CaseVersion> all = IntStream.rangeClosed(0, versions).map(i -> versions + 1 - i)
                .mapToObj(v -> new CaseVersion(v, Instant.EPOCH, v % 10 == 0 ? 0 : 1, v == versions + 1)).toList();
        MoveOrder order = OrderForm.order(new CaseProcess("filing", "填报", all, List.of()), new LinkedMultiValueMap<>());
        assertThat(order.to()).isEqualTo(versions + 1);
        assertThat(order.from()).hasSize(MoveOrder.MOST_VERSIONS).doesNotContain(versions + 1)
                .allMatch(v -> v % 10 != 0);
    }
}
