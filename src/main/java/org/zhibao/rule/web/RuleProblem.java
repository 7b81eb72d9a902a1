package org.zhibao.rule.web;

import java.util.List;
import java.util.Locale;
import org.zhibao.refusal.Refusal;
import org.zhibao.rule.RuleText;
import org.zhibao.web.RefusalTexts;

/**
 * Something wrong with a rule, for the eye.
 *
 * @param field   the part of the rule, as {@link RuleText} names it: {@code levels.0}, {@code let.total}, {@code zh}
 * @param message what is wrong and what to do
 * @param line    the line of the FEEL text, from 1; null unless the problem has a place in one
 * @param column  the column in it, from 1
 * @param before  the line up to the place
 * @param mark    what stands at the place
 * @param after   the rest of the line
 */
record RuleProblem(String field, String message, Integer line, Integer column, String before, String mark, String after) {

    static List<RuleProblem> of(List<Refusal.FieldError> errors, RuleText text, RefusalTexts texts, Locale locale) {
        return errors.stream().map(error -> of(error, text, texts.of(error.text(), locale))).toList();
    }

    private static RuleProblem of(Refusal.FieldError error, RuleText text, String message) {
        String feel = text == null ? null : feel(error.field(), text);
        List<Object> arguments = error.text().arguments();
        if (feel == null || arguments.size() < 2 || !isNumber(arguments.get(0)) || !isNumber(arguments.get(1))) {
            return new RuleProblem(error.field(), message, null, null, null, null, null);
        }
        int line = Integer.parseInt(arguments.get(0).toString());
        int column = Integer.parseInt(arguments.get(1).toString());
        String[] lines = feel.split("\n", -1);
        String there = lines[Math.min(line, lines.length) - 1];
        int start = Math.min(column - 1, there.length());
        int end = start;
        while (end < there.length() && (end == start || isWord(there.charAt(start)) && isWord(there.charAt(end)))) {
            end++;
        }
        return new RuleProblem(error.field(), message, line, column, there.substring(0, start), there.substring(start, end),
                there.substring(end));
    }

    private static String feel(String field, RuleText text) {
        if (field.equals("when")) {
            return text.when();
        }
        if (field.startsWith("let.")) {
            return text.let().get(field.substring("let.".length()));
        }
        String level = field.startsWith("levels.") ? field.substring("levels.".length()) : "";
        return level.matches("[0-9]") && Integer.parseInt(level) < text.levels().size()
                ? text.levels().get(Integer.parseInt(level)).holds() : null;
    }

    private static boolean isNumber(Object argument) {
        return argument instanceof String digits && digits.matches("[1-9][0-9]{0,4}");
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '$';
    }
}
