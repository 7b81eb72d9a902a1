package org.zhibao.registry.web;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.zhibao.registry.ControlLevel;
import org.zhibao.registry.UnitField;

/** What a form about a unit sends. */
final class UnitForm {

    private UnitForm() {
    }

    /** The fields that were sent; no box ticked means none. */
    static Map<UnitField, String> typed(MultiValueMap<String, String> sent) {
        Map<UnitField, String> typed = new EnumMap<>(UnitField.class);
        for (UnitField field : UnitField.values()) {
            if (sent.containsKey(field.id())) {
                typed.put(field, String.join(",", sent.get(field.id())));
            }
        }
        typed.putIfAbsent(UnitField.KINDS, "");
        return typed;
    }

    static Set<ControlLevel> levels(MultiValueMap<String, String> sent) {
        Set<ControlLevel> levels = EnumSet.noneOf(ControlLevel.class);
        sent.getOrDefault("controlLevels", java.util.List.of()).stream().map(name -> Answers.one(ControlLevel.class, name))
                .filter(java.util.Objects::nonNull).forEach(levels::add);
        return levels;
    }
}
