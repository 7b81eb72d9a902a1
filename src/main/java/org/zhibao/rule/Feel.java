package org.zhibao.rule;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.valuemapper.ValueMapper;

/** FEEL texts, parsed once. External functions stay off: a rule computes, it cannot call into Java. */
final class Feel {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();
    private static final ValueMapper VALUES = ValueMapper.defaultValueMapper();
    private static final Set<String> UNKNOWN =
            Set.of("NO_VARIABLE_FOUND", "NO_CONTEXT_ENTRY_FOUND", "NO_FUNCTION_FOUND", "NO_PROPERTY_FOUND");

    private Feel() {
    }

    /** @throws BadRule naming the rule and the position if the text is no FEEL expression */
    static ParsedExpression parse(String rule, String text) {
        ParseResult result = ENGINE.parseExpression(text);
        if (result.isFailure()) {
            throw new BadRule(rule, result.failure().message());
        }
        return result.parsedExpression();
    }

    static ParseResult read(String text) {
        return ENGINE.parseExpression(text);
    }

    /** The list of these expressions, as if their texts stood in one list. */
    static ParsedExpression list(List<ParsedExpression> expressions) {
        return new ParsedExpression(new ConstList(CollectionConverters.asScala(
                expressions.stream().map(ParsedExpression::expression).toList()).toList()), "");
    }

    static EvaluationResult evaluate(ParsedExpression expression, Map<String, Object> context) {
        return ENGINE.evaluate(expression, context);
    }

    /**
     * A nested context in the engine's own shape. The engine would copy a Java map, and sort any other context by its
     * names, at every single access to one of its entries, which makes long lists of comparisons slow.
     */
    static Object context(Map<String, Object> entries) {
        return new ValContext(EvalContext.wrap(new Context.StaticContext(
                camundajar.impl.scala.collection.immutable.Map.from(CollectionConverters.asScala(entries)),
                camundajar.impl.scala.collection.immutable.Map$.MODULE$.empty()), VALUES));
    }

    /** The first failure that no figure can cause: a name the rule made up. Empty if there is none. */
    static String unknownName(EvaluationResult result) {
        return CollectionConverters.asJava(result.suppressedFailures()).stream()
                .filter(f -> UNKNOWN.contains(f.failureType().toString()))
                .map(EvaluationFailure::failureMessage)
                .findFirst().orElse("");
    }

    /** All failures on the way to the result, for the log. */
    static String failures(EvaluationResult result) {
        return result.isFailure() ? result.failure().message()
                : CollectionConverters.asJava(result.suppressedFailures()).stream()
                .map(EvaluationFailure::failureMessage).distinct().limit(5).toList().toString();
    }
}
