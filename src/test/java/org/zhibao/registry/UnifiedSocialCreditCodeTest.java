package org.zhibao.registry;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedSocialCreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(strings = {"914301001838100135", "91430200183811382N", "91430400183814129T", "91430600183815498H",
        "914310001838168614", "914313001838182346"})
    void acceptsCodesWithTheRightCheckCharacter(String code) {
        assertThat(UnifiedSocialCreditCode.isValid(code)).isTrue();
        assertThat(OrganisationCode.isValid(UnifiedSocialCreditCode.parse(code).organisationPart())).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"914301001838100136", "91430100183810013", "91430100 1838100135", "91430200183811382n",
        "9143010018381O0135", "9143010018381001355"})
    void refusesAnythingElse(String text) {
        assertThat(UnifiedSocialCreditCode.isValid(text)).isFalse();
    }

    @Test
    void readsThePrintedFormAndPrintsIt() {
        UnifiedSocialCreditCode code = UnifiedSocialCreditCode.parse(" 91 430200 183811382 n");

        assertThat(code.value()).isEqualTo("91430200183811382N");
        assertThat(code.formatted()).isEqualTo("91 430200 183811382 N");
        assertThat(UnifiedSocialCreditCode.ofEnterprise("430200", new OrganisationCode("183811382"))).isEqualTo(code);
    }

    @Property
    void anyChangeOfASingleCharacterIsDetected(@ForAll @IntRange(max = 17) int position,
                                               @ForAll @IntRange(min = 1, max = 30) int shift,
                                               @ForAll @IntRange(max = 99_999_999) int body) {
        String code = UnifiedSocialCreditCode
                .ofEnterprise("430100", OrganisationCode.ofBody(String.format("%08d", body))).value();
        char changed = ALPHABET.charAt((ALPHABET.indexOf(code.charAt(position)) + shift) % ALPHABET.length());

        assertThat(UnifiedSocialCreditCode.isValid(
                code.substring(0, position) + changed + code.substring(position + 1))).isFalse();
    }
}
