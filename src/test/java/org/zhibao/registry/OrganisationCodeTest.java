package org.zhibao.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"183810013", "183811382", "183814129", "183815498", "183816861", "183818234", "D2143569X"})
    void acceptsCodesWithTheRightCheckCharacter(String code) {
        assertThat(OrganisationCode.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"183810014", "18381001-3", "18381001", "1838100133", "D21435690", "d2143569X", "18381001３",
        "18381001 ", "18381O013"})
    void refusesAnythingElse(String text) {
        assertThat(OrganisationCode.isValid(text)).isFalse();
    }

    @Test
    void readsThePrintedFormAndPrintsIt() {
        OrganisationCode code = OrganisationCode.parse(" d2143569-x ");

        assertThat(code.value()).isEqualTo("D2143569X");
        assertThat(code.formatted()).isEqualTo("D2143569-X");
        assertThat(OrganisationCode.parse("183810013").formatted()).isEqualTo("18381001-3");
    }

    @Test
    void namesARefusedCodeWithoutRepeatingAnAbsurdInput() {
        assertThatThrownBy(() -> OrganisationCode.parse("9".repeat(1_000_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(120));
    }

    @Property
    void anyChangeOfASingleDigitIsDetected(@ForAll @IntRange(max = 99_999_999) int body,
                                           @ForAll @IntRange(max = 8) int position,
                                           @ForAll @IntRange(min = 1, max = 9) int shift) {
        String code = OrganisationCode.ofBody(String.format("%08d", body)).value();
        char old = code.charAt(position);
        char changed = old == 'X' ? (char) ('0' + shift) : (char) ('0' + (old - '0' + shift) % 10);

        assertThat(OrganisationCode.isValid(code)).isTrue();
        assertThat(OrganisationCode.isValid(code.substring(0, position) + changed + code.substring(position + 1)))
                .isFalse();
    }
}
