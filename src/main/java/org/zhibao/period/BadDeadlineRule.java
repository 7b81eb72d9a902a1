package org.zhibao.period;

import java.util.List;
import java.util.Map;
import org.zhibao.refusal.Refusal;

/** The table of deadlines gives no usable answer; says which decision for which input. */
public class BadDeadlineRule extends Refusal {

    /** What is wrong with the answer. */
    public enum Reason {
        /** There is no such decision. */
        NO_DECISION,
        /** No row matches. */
        NO_ROW,
        /** More than one row matches. */
        SEVERAL_ROWS,
        /** The matching row names a policy that does not exist. */
        UNKNOWN_POLICY,
        /** The matching row's day does not exist or is not in the quarter after the period. */
        IMPOSSIBLE_DAY,
        /** The table cannot be evaluated. */
        FAILED
    }

    private final Reason reason;

    /**
     * @param decision key of the decision
     * @param input    its input, {@code stage=CITY, period=20261}
     * @param answer   what it answered or how it failed; empty if there is nothing to say
     */
    public BadDeadlineRule(Reason reason, String decision, String input, String answer) {
        super(Kind.UNPROCESSABLE, new Text("deadline.bad-rule." + reason, decision, input, answer), List.of(),
                Map.of("decision", decision, "input", input));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
