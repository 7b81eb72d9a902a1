package org.zhibao.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reason is one line of so many characters, whichever feature asks for it. */
class TextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"核对期限", "  核对期限　", "due day", "四字理由，十字以内。", "😀核对期", "核对😀😀期"})
    void aLineIsTakenWithoutTheBlanksAroundIt(String written) {
        assertThat(Texts.line("reason", written, 4, 10, "clock.reason")).isEqualTo(written.strip());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  改 ", "核对期", "超过十个字的理由不能用", "核对\n期限", "核对\t期限", "核对\u0000期限",
        "核对\u0085期限", "😀😀", "😀😀😀😀😀😀"})
    void anythingElseIsRefusedWithBothLengths(String written) {
        Refusal refused = catchThrowableOfType(Refusal.class, () -> Texts.line("reason", written, 4, 10, "clock.reason"));
        assertThat(refused.fields()).containsExactly(
                new Refusal.FieldError("reason", new Refusal.Text("clock.reason", 4, 10)));
    }

    @Test
    void aTextOfSeveralLinesMayHoldLineBreaksAndTabsOnly() {
        assertThat(Texts.unprintable("一\r\n\t二")).isFalse();
        assertThat(Texts.unprintable("一\u0000二")).isTrue();
    }
}
