package org.zhibao.change;

import java.util.Map;
import org.zhibao.filing.CheckResult;

/**
 * A change as it was written.
 *
 * @param kind       name of a {@link ChangeKind}
 * @param orgCode    the unit; of a new unit its own code
 * @param from       the first quarter for which it holds, such as {@code 2026Q3}
 * @param newName    of a unit that is renamed; of one that is re-coded, if the name changes too
 * @param newOrgCode of a unit that is re-coded
 * @param newUscc    likewise; may be empty
 * @param reason     why, in words
 * @param unit       master data of a new unit, by the names of {@link UnitDraft}
 */
public record Proposal(String kind, String orgCode, String from, String newName, String newOrgCode, String newUscc,
                       String reason, Map<String, String> unit) {

    /** The shortest reason, in letters and digits. */
    public static final int SHORTEST = CheckResult.EXPLANATION_LENGTH;
    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 100;
    /** How far ahead a change can be proposed, in quarters. */
    public static final int MOST_QUARTERS = 4;

    public Proposal {
        unit = unit == null ? Map.of() : unit;
    }
}
