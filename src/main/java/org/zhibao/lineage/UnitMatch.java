package org.zhibao.lineage;

import java.util.List;
import java.util.Set;

/**
 * Two entries that may be the same unit.
 *
 * @param before     the entry of the last list
 * @param after      the entry of the new one
 * @param reasons    why, the strongest first
 * @param confidence 50 to 100
 * @param sure       whether it can be confirmed together with others: strong, and neither entry matches another as well
 */
public record UnitMatch(ListedUnit before, ListedUnit after, List<MatchReason> reasons, int confidence, boolean sure) {

    /** The weakest match that is proposed. */
    public static final int LEAST = 50;
    /** From here on a match without a rival is sure. */
    static final int SURE = 90;
    /** Without proof nothing is certain. */
    private static final int MOST_WITHOUT_PROOF = 99;

    static UnitMatch of(ListedUnit before, ListedUnit after, Set<MatchReason> reasons) {
        boolean proof = reasons.stream().anyMatch(MatchReason::proof);
        int sum = reasons.stream().mapToInt(MatchReason::weight).sum();
        List<MatchReason> strongest = reasons.stream().sorted().toList();
        return new UnitMatch(before, after, strongest, proof ? 100 : Math.min(sum, MOST_WITHOUT_PROOF), false);
    }

    UnitMatch withoutRival() {
        return new UnitMatch(before, after, reasons, confidence, confidence >= SURE);
    }

    /** The two codes, as a form sends them. */
    public String key() {
        return before.orgCode() + ">" + after.orgCode();
    }
}
