package org.zhibao.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class QuarterTest {

    @ParameterizedTest
    @CsvSource({"2026Q1, 2026-01-01, 2026-03-31, 90, 2025Q4, 2025Q1", "2024Q1, 2024-01-01, 2024-03-31, 91, 2023Q4, 2023Q1",
        "2026Q2, 2026-04-01, 2026-06-30, 91, 2026Q1, 2025Q2", "2026Q3, 2026-07-01, 2026-09-30, 92, 2026Q2, 2025Q3",
        "2026Q4, 2026-10-01, 2026-12-31, 92, 2026Q3, 2025Q4"})
    void knowsItsDaysAndItsNeighbours(String code, LocalDate start, LocalDate end, int days, String previous,
                                      String lastYear) {
        Quarter quarter = Quarter.parse(code);

        assertThat(quarter.start()).isEqualTo(start);
        assertThat(quarter.end()).isEqualTo(end);
        assertThat(quarter.days()).isEqualTo(days);
        assertThat(quarter.previous().code()).isEqualTo(previous);
        assertThat(quarter.sameQuarterLastYear().code()).isEqualTo(lastYear);
        assertThat(quarter.previous().next()).isEqualTo(quarter);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"2026Q0", "2026Q5", "2026q3", "1999Q4", "2026-Q3", "2026Q3 ", "２０２６Q3", "2026Q33"})
    void refusesAnythingThatIsNoQuarter(String text) {
        assertThatThrownBy(() -> Quarter.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ordersByTime() {
        assertThat(Quarter.parse("2025Q4")).isLessThan(Quarter.parse("2026Q1"));
    }

    @Property
    void everyDayLiesInExactlyTheQuarterThatContainsIt(@ForAll @IntRange(max = 36_000) int offset) {
        LocalDate day = LocalDate.of(2000, 1, 1).plusDays(offset);
        Quarter quarter = Quarter.containing(day);

        assertThat(day).isBetween(quarter.start(), quarter.end());
    }
}
