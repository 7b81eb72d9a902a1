package org.zhibao.suspension;

import java.util.Optional;
import org.zhibao.filing.ExplanationWords;
import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Refusal.Text;
import org.zhibao.refusal.Texts;

/** What people write to say why. */
public final class Reasons {

    /** The longest, in characters. */
    public static final int LONGEST = 2000;

    private Reasons() {
    }

    /** What is wrong with the reason of a request, which is given in detail (W42); empty if nothing is. */
    public static Optional<Text> problem(String reason) {
        return unfit(reason).or(() -> ExplanationWords.SHIPPED.problem(reason));
    }

    /** A text that may be left out, without blanks around it; refused by the field's name if it is unfit. */
    public static String optional(String field, String written) {
        String text = written == null ? "" : written.strip();
        unfit(text).ifPresent(problem -> {
            throw Refusal.field(field, problem.key(), problem.arguments().toArray());
        });
        return text;
    }

    private static Optional<Text> unfit(String text) {
        return text.length() > LONGEST ? Optional.of(new Text("suspension.text-long", LONGEST))
                : Texts.unprintable(text) ? Optional.of(new Text("suspension.text-characters")) : Optional.empty();
    }
}
