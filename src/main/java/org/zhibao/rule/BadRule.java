package org.zhibao.rule;

/** A review rule cannot be used as it is written; the application does not start with it. Names the rule. */
public class BadRule extends RuntimeException {

    private final String field;
    private final String problem;

    BadRule(String rule, String problem) {
        this(rule, "levels.0", problem);
    }

    BadRule(String rule, String field, String problem) {
        super("review rule %s: %s".formatted(rule, problem));
        this.field = field;
        this.problem = problem;
    }

    BadRule(String problem, Throwable cause) {
        super("the review rules cannot be read: " + problem, cause);
        this.field = "";
        this.problem = problem;
    }

    /** The part of the rule that is wrong, as {@link RuleText} names it. */
    String field() {
        return field;
    }

    /** What is wrong, without the rule's name. */
    String problem() {
        return problem;
    }
}
