package org.zhibao.rule;

import org.zhibao.refusal.Refusal;

/** A review rule cannot be used as it is written; the application does not start with it. Names the rule. */
public class BadRule extends RuntimeException {

    private final String field;
    private final transient Refusal.Text told;

    BadRule(String rule, String problem) {
        this(rule, "levels.0", problem);
    }

    BadRule(String rule, String field, String problem) {
        this(rule, field, problem, new Refusal.Text("rule.bad.other", problem));
    }

    /** @param told what is wrong, for whoever wrote the rule */
    BadRule(String rule, String field, String problem, Refusal.Text told) {
        super("review rule %s: %s".formatted(rule, problem));
        this.field = field;
        this.told = told;
    }

    BadRule(String problem, Throwable cause) {
        super("the review rules cannot be read: " + problem, cause);
        this.field = "";
        this.told = new Refusal.Text("rule.bad.other", problem);
    }

    /** The part of the rule that is wrong, as {@link RuleText} names it. */
    String field() {
        return field;
    }

    /** What is wrong, in the reader's language. */
    Refusal.Text told() {
        return told;
    }
}
