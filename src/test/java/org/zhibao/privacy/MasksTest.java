package org.zhibao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Masked contact data reaches nobody, and everything else stays as it is. */
class MasksTest {

    @ParameterizedTest
    @CsvSource({"13812345678, 138****5678", "138 1234 5678, 138****5678", "+86 138-1234-5678, 861****5678",
        "0731-80120450, 073****0450", "80120450, 801****0450", "12345, ****45", "1, ****", "内线, ****", "'', ''"})
    void aNumberKeepsItsBeginningAndEnd(String number, String masked) {
        assertThat(Masks.phone(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"zhang.san@example.cn, z****@example.cn", "a@b.cn, a****@b.cn", "nothing, ****", "@x, ****", "'', ''"})
    void anAddressKeepsItsFirstLetterAndItsHouse(String address, String masked) {
        assertThat(Masks.email(address)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"周敏, 周*", "欧阳清源, 欧***", "王, *", "'', ''", "𠮷田, 𠮷*"})
    void aNameKeepsItsFirstCharacter(String name, String masked) {
        assertThat(Masks.name(name)).isEqualTo(masked);
    }

    @Test
    void nothingIsMaskedAsNothing() {
        assertThat(Masks.phone(null)).isEmpty();
        assertThat(Masks.email(null)).isEmpty();
        assertThat(Masks.name(null)).isEmpty();
        assertThat(Masks.text(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "请联系13812345678或a.b@x.cn|请联系138****5678或a****@x.cn",
        "电话（0731）80120450，分机8 |电话073****0450，分机8",
        "tel 0731-80120450-12.|tel 073****5012.",
        "(0731)80120450|073****0450",
        "+86 13812345678|861****5678"})
    void numbersAndAddressesWithinATextAreMasked(String text, String masked) {
        assertThat(Masks.text(text.strip())).isEqualTo(masked.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"filing/2026Q3/183810013", "914301001838100135", "revision 2, due 2026-10-08T15:59:59Z",
        "产量120450吨，较上季度增加13.5%", "a3f1380013800138000b", "POST /api/v1/filings/12/claim: 403 filing.other-area"})
    void codesDatesAndFiguresStayAsTheyAre(String text) {
        assertThat(Masks.text(text)).isEqualTo(text);
    }
}
