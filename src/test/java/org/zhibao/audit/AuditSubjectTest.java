package org.zhibao.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row is found under its unit and its period. */
class AuditSubjectTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "filing/2026Q3/183810013, revision 1, 183810013, 2026Q3",
        "filing/2026Q3/12345678B, '', 12345678B, 2026Q3",
        "period/2026Q3, 183810013: 已关闭, 183810013, 2026Q3",
        "suspension/17, 183810013: 2026Q3, 183810013, -",
        "account/183810013, '', 183810013, -",
        "account/city430100, '', -, -",
        "rule/R01, version 2 from 2026Q3, -, -",
        "/api/v1/filings/123456789, '', 123456789, -",
        "period/2026Q5, '', -, -"})
    void unitAndPeriodAreToldByTheObject(String subject, String detail, String orgCode, String period) {
        assertThat(AuditSubject.orgCode(subject, detail)).isEqualTo(orgCode);
        assertThat(AuditSubject.period(subject)).isEqualTo(period);
    }
}
