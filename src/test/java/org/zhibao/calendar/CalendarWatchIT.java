package org.zhibao.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.testing.DatabaseTest;

@DatabaseTest
class CalendarWatchIT {

    @Autowired
    private CalendarWatch watch;

    @ParameterizedTest
    @CsvSource({"2026-10-31,", "2026-11-01, 2027", "2026-12-31, 2027", "2027-01-01, 2027", "2025-12-01,"})
    void fromNovemberTheNextYearIsMissedUntilItIsImported(LocalDate today, Integer missing) {
        assertThat(watch.missingYear(today).orElse(null)).isEqualTo(missing);
    }
}
