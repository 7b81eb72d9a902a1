package org.zhibao.workflow;

import java.beans.FeatureDescriptor;
import java.util.Date;
import java.util.Iterator;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;

/**
 * What a name in an expression can stand for: one of our {@link Delegates}, or a process variable that holds a text, a
 * number, a date or a truth value. Nothing has properties, nothing can be set, and of all methods only
 * {@link DeadlineClock#daily} can be called.
 */
class GuardedNames extends ELResolver {

    private final Delegates delegates;

    GuardedNames(Delegates delegates) {
        this.delegates = delegates;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null || !(property instanceof String name)) {
            throw new PropertyNotFoundException("properties are not allowed: " + property);
        }
        VariableScope scope = (VariableScope) context.getContext(VariableScope.class);
        // first, so that no variable can take a delegate's place
        Optional<Object> delegate = scope == null ? Optional.empty() : delegates.find(name);
        Object value = delegate.orElseGet(() -> scope == null ? ofContext(context, name) : ofScope(scope, name));
        context.setPropertyResolved(true);
        return value;
    }

    private static Object ofScope(VariableScope scope, String name) {
        if (!scope.hasVariable(name)) {
            throw new PropertyNotFoundException("unknown name: " + name);
        }
        return simple(name, scope.getVariableTyped(name, false));
    }

    private static Object ofContext(ELContext context, String name) {
        VariableContext variables = (VariableContext) context.getContext(VariableContext.class);
        if (variables == null || !variables.containsVariable(name)) {
            throw new PropertyNotFoundException("unknown name: " + name);
        }
        return simple(name, variables.resolve(name));
    }

    private static Object simple(String name, TypedValue typed) {
        Object value = typed == null || typed instanceof SerializableValue ? typed : typed.getValue();
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean
                || value instanceof Date) {
            return value;
        }
        throw new PropertyNotFoundException("not a simple value: " + name);
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (base instanceof DeadlineClock clock && "daily".equals(method) && arguments.length == 1
                && arguments[0] instanceof Date due) {
            context.setPropertyResolved(true);
            return clock.daily(due);
        }
        throw new MethodNotFoundException("methods are not allowed: " + method);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        throw new PropertyNotFoundException("types are not told");
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw new PropertyNotWritableException("expressions only read");
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
