package org.zhibao.rule;

import org.zhibao.refusal.Refusal;

/** A review rule gave neither true nor false on a report: the report counts as unchecked. Names the rule. */
public class RuleFailed extends RuntimeException {

    private static final int LONGEST_SHOWN = 200;

    private final String rule;

    RuleFailed(String rule, String target, String problem) {
        super("review rule %s%s cannot be evaluated: %s".formatted(rule, target.isEmpty() ? "" : " on " + target, problem));
        this.rule = rule;
    }

    /** The same, for whoever wrote the rule and tries it. */
    Refusal on(String unitName) {
        String problem = getMessage();
        return Refusal.field("levels.0", "rule.feel.no-conclusion", unitName,
                problem.substring(0, Math.min(LONGEST_SHOWN, problem.length())));
    }

    /** The rule's id. */
    public String rule() {
        return rule;
    }
}
