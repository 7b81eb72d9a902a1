package org.zhibao.rule.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void whatTheOtherTextLacksIsMarked() {
        Words words = Words.of("this.B03 <= this.A28 * 2", "this.B03 <= this.A28");
        assertThat(words.left()).containsExactly(new Words.Piece("this.B03 <= this.A28", false), new Words.Piece(" * 2", true));
        assertThat(words.right()).containsExactly(new Words.Piece("this.B03 <= this.A28", false));
        assertThat(Words.of("0.05", "0.1").left()).containsExactly(new Words.Piece("0.05", true));
        assertThat(Words.of("必须填写", "应当填写").right()).containsExactly(
                new Words.Piece("应当", true), new Words.Piece("填写", false));
        assertThat(Words.of("", "a").left()).isEmpty();
    }

    /** Whatever the texts are: nothing of one is lost, and what is not marked in one is what is not marked in the other. */
    @Property(tries = 300)
    void bothSidesAgreeOnWhatTheyHaveInCommon(@ForAll @From("texts") String left, @ForAll @From("texts") String right) {
        List<Words.Piece> lefts = Words.of(left, right).left();
        List<Words.Piece> rights = Words.of(left, right).right();

        assertThat(lefts.stream().map(Words.Piece::text).collect(Collectors.joining())).isEqualTo(left);
        assertThat(rights.stream().map(Words.Piece::text).collect(Collectors.joining())).isEqualTo(right);
        assertThat(common(lefts)).isEqualTo(common(rights));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("this.B03", " ", "<=", "0.05", "必", "填", "\n").list().ofMaxSize(12)
                .map(words -> String.join("", words));
    }

    private static String common(List<Words.Piece> pieces) {
        return pieces.stream().filter(piece -> !piece.marked()).map(Words.Piece::text).collect(Collectors.joining());
    }
}
