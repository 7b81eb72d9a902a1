package org.zhibao.registry;

import java.util.Map;
import java.util.stream.Collectors;
import org.zhibao.refusal.Refusal;

/** Reasons people give, and changes as the audit trail tells them. */
final class RegistryTexts {

    private static final int LONGEST_REASON = 400;

    private RegistryTexts() {
    }

    /** The reason, without blanks around it; refused if it says nothing. */
    static String reason(String typed) {
        String reason = typed == null ? "" : typed.strip();
        if (reason.length() < UnitExaminer.SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw Refusal.field("reason", "registry.reason", UnitExaminer.SHORTEST_REASON, LONGEST_REASON);
        }
        return reason;
    }

    /** {@code name: old → new; address: …}: every field in which the two differ. */
    static String changes(Map<UnitField, String> before, Map<UnitField, String> after) {
        return after.entrySet().stream().filter(e -> !e.getValue().equals(before.getOrDefault(e.getKey(), "")))
                .map(e -> e.getKey().id() + ": " + before.getOrDefault(e.getKey(), "") + " → " + e.getValue())
                .collect(Collectors.joining("; "));
    }
}
