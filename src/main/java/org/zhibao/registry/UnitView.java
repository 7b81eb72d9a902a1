package org.zhibao.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything the registry says about a unit.
 *
 * @param version     to be handed back with a change
 * @param lists       the lists it stands on, the latest first
 * @param contacts    people beside the responsible one
 * @param subsidiaries how many units name it as their group company
 * @param history     what was done about it, the latest first; only for who keeps it
 * @param keeps       whether the reader keeps it
 */
public record UnitView(String orgCode, int version, boolean active, Map<UnitField, String> values,
                       Set<ControlLevel> controlLevels, String cityCode, List<RosterList> lists,
                       List<UnitContact> contacts, long subsidiaries, List<Act> history, boolean keeps) {

    /**
     * Something that was done.
     *
     * @param what   the message that says of what kind; empty if the action says it all
     * @param before what it was like before, {@code after} afterwards; empty where there is nothing to compare
     * @param link   the path of its page; empty if it has none that the reader may see
     */
    public record Act(Instant at, String by, String action, String what, String before, String after, String detail,
                      String link) {

        Act(Instant at, String by, String action, String before, String after, String detail) {
            this(at, by, action, "", before, after, detail, "");
        }
    }

    /** The name it has now. */
    public String name() {
        return value(UnitField.NAME);
    }

    /** What a field says; empty if nothing. */
    public String value(UnitField field) {
        return values.getOrDefault(field, "");
    }
}
