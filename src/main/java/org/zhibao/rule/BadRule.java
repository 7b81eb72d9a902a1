package org.zhibao.rule;

/** A review rule cannot be used as it is written; the application does not start with it. Names the rule. */
public class BadRule extends RuntimeException {

    BadRule(String rule, String problem) {
        super("review rule %s: %s".formatted(rule, problem));
    }

    BadRule(String problem, Throwable cause) {
        super("the review rules cannot be read: " + problem, cause);
    }
}
