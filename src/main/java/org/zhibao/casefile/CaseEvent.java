package org.zhibao.casefile;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One entry of a case's timeline.
 *
 * @param at    when it happened
 * @param what  what happened, as a word that programs know: {@code RETURN}, {@code CREATED}
 * @param who   the name of who did it; empty if nobody in particular did
 * @param facts what else is known, in reading order: texts, numbers, instants
 */
public record CaseEvent(Instant at, CaseKind kind, String what, String who, Map<String, Object> facts) {

    public CaseEvent {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** An entry about which nothing else is known. */
    public static CaseEvent of(Instant at, CaseKind kind, String what, String who) {
        return new CaseEvent(at, kind, what, who == null ? "" : who, Map.of());
    }

    /** The same with one more fact; nothing is added for null or an empty text. */
    public CaseEvent with(String name, Object value) {
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new CaseEvent(at, kind, what, who, more);
    }
}
