package org.zhibao.clock;

import org.zhibao.refusal.Refusal;

/** The reason that every change of due dates must give. */
public final class ClockTexts {

    /** The shortest reason, in characters. */
    public static final int SHORTEST_REASON = 4;

    /** The longest. */
    public static final int LONGEST_REASON = 500;

    private ClockTexts() {
    }

    /** The reason without spaces around it; refuses one that says too little or too much. */
    public static String reason(String given) {
        String reason = given == null ? "" : given.strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.field("reason", "clock.reason", SHORTEST_REASON, LONGEST_REASON);
        }
        return reason;
    }
}
