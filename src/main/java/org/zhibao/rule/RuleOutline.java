package org.zhibao.rule;

/**
 * What a rule says about a cell, of no report in particular.
 *
 * @param rule     the rule's id
 * @param severity what it asks for at worst
 * @param text     its message, every figure an ellipsis
 */
public record RuleOutline(String rule, Severity severity, String text) {
}
