package org.zhibao.workflow;

import java.lang.reflect.Method;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/**
 * The engine's expressions, wherever they come from (models, decision tables, queries, filters): read only if
 * {@link ExpressionGrammar} allows them, and evaluated over nothing but what {@link GuardedNames} knows. Two walls, each
 * enough by itself to keep an expression from running code.
 */
class GuardedExpressions extends JuelExpressionManager {

    private final Delegates delegates;

    GuardedExpressions(Delegates delegates) {
        this.delegates = delegates;
    }

    /** Also what {@code createExpression} and decision tables come through. */
    @Override
    public ValueExpression createValueExpression(String expression) {
        ExpressionGrammar.offending(expression).ifPresent(rest -> {
            throw new BadUserRequestException("表达式不被允许，问题始于 " + rest + "。 Expression not allowed, from: " + rest);
        });
        return super.createValueExpression(expression);
    }

    @Override
    public void addFunction(String name, Method function) {
        // the engine offers functions of its own; no model of ours needs one
    }

    @Override
    protected FunctionMapper createFunctionMapper() {
        return new FunctionMapper() {
            @Override
            public Method resolveFunction(String prefix, String localName) {
                return null;
            }
        };
    }

    @Override
    protected ELResolver createElResolver() {
        return new GuardedNames(delegates);
    }
}
