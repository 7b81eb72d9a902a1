package org.zhibao.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;

/** Persons in a report are read in full by the unit and its area's staff only. */
class ReportContactsTest {

    private static final FilingSummary FILING = new FilingSummary(1, "183810013", "单位", "2026Q3", "430100", "430102",
            Stage.CITY_REVIEW, FilingStatus.SUBMITTED, null, false, false, null, null, "task", 1, null);

    @ParameterizedTest
    @CsvSource({"ENTERPRISE, 430102, 183810013, true", "COUNTY, 430102, , true",
        "COUNTY, 430103, , false", "CITY, 430100, , true", "CITY, 430200, , false", "PROVINCE, 430000, , true",
        "ADMIN, 430000, , true", "ADMIN, 430200, , false", "AUDITOR, 430100, , true", "AUDITOR, 430200, , false", "SUPPORT, 430100, , true", "SUPPORT, 430500, , false", "GROUP, 430000, , false",
        "SECURITY, 430000, , false"})
    void theUnitAndTheStaffOfItsAreaReadThem(Role role, String area, String orgCode, boolean full) {
        assertThat(ReportContacts.full(new Actor("user", "name", role, area, orgCode), FILING)).isEqualTo(full);
    }

    @Test
    void everythingAboutAPersonIsMaskedAndNothingElse() {
        ReportDocument document = new ReportDocument(Map.of("A03", "某某公司", "A05", "王大山", "A10", "罗安澜", "A11",
                "0731-80120450", "A27", "120450.5"), Map.of("A26", List.of(Map.of("product", "纸"))),
                Map.of("R07|A27", "请致电13812345678核实"), new ReportDocument.Signatories("周敏", "李静", ""));
        ReportDocument masked = ReportContacts.masked(document);
        assertThat(masked.values()).containsExactlyInAnyOrderEntriesOf(Map.of("A03", "某某公司", "A05", "王**", "A10", "罗**",
                "A11", "073****0450", "A27", "120450.5"));
        assertThat(masked.rows()).isEqualTo(document.rows());
        assertThat(masked.explanations()).containsValue("请致电138****5678核实");
        assertThat(masked.signatories()).isEqualTo(new ReportDocument.Signatories("周*", "李*", ""));
    }
}
