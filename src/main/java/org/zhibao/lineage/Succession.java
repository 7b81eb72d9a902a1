package org.zhibao.lineage;

import java.util.List;
import org.zhibao.period.Quarter;

/**
 * Units follow units.
 *
 * @param kind         how
 * @param predecessors organisation codes of those that were before; several only in a merger
 * @param successors   of those that are now; several only in a split. A unit that goes on stands on both sides
 * @param from         the first quarter the successors report
 * @param reason       why it is so, in words
 * @param evidence     what a proposed match rests on; empty if a person found it
 */
public record Succession(SuccessionKind kind, List<String> predecessors, List<String> successors, Quarter from,
                         String reason, List<MatchReason> evidence) {

    public Succession {
        predecessors = List.copyOf(predecessors);
        successors = List.copyOf(successors);
        evidence = List.copyOf(evidence);
    }

    /** One unit follows another under a new organisation code. */
    public static Succession recoded(String before, String after, Quarter from, String reason,
                                     List<MatchReason> evidence) {
        return new Succession(SuccessionKind.RECODED, List.of(before), List.of(after), from, reason, evidence);
    }

    /** Whether the unit was there before and still is. */
    boolean goesOn(String orgCode) {
        return predecessors.contains(orgCode) && successors.contains(orgCode);
    }
}
