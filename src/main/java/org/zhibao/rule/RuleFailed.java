package org.zhibao.rule;

/** A review rule gave neither true nor false on a report: the report counts as unchecked. Names the rule. */
public class RuleFailed extends RuntimeException {

    private final String rule;

    RuleFailed(String rule, String target, String problem) {
        super("review rule %s%s cannot be evaluated: %s".formatted(rule, target.isEmpty() ? "" : " on " + target, problem));
        this.rule = rule;
    }

    /** The rule's id. */
    public String rule() {
        return rule;
    }
}
