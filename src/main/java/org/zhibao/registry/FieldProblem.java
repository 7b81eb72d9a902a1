package org.zhibao.registry;

import org.zhibao.refusal.Refusal;

/** What is wrong with one field of a unit, and what to do about it. */
public record FieldProblem(UnitField field, Refusal.Text text) {

    FieldProblem(UnitField field, String key, Object... arguments) {
        this(field, new Refusal.Text("registry.problem." + key, arguments));
    }

    /** As one field of a refused form. */
    public Refusal.FieldError error() {
        return new Refusal.FieldError(field.id(), text);
    }
}
