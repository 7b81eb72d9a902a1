package org.zhibao.registry;

import java.util.Map;
import java.util.stream.Collectors;
import org.zhibao.refusal.Texts;

/** Reasons people give, and what a unit says as the audit trail tells it. */
final class RegistryTexts {

    private static final int LONGEST_REASON = 400;

    private RegistryTexts() {
    }

    /** The reason, without blanks around it; refused if it says nothing. */
    static String reason(String typed) {
        return Texts.line("reason", typed, UnitExaminer.SHORTEST_REASON, LONGEST_REASON, "registry.reason");
    }

    /** {@code name: …; address: …}: what one says in every field in which it differs from the other. */
    static String differing(Map<UnitField, String> one, Map<UnitField, String> other) {
        return one.entrySet().stream().filter(e -> !e.getValue().equals(other.getOrDefault(e.getKey(), "")))
                .map(e -> e.getKey().id() + ": " + e.getValue()).collect(Collectors.joining("; "));
    }
}
