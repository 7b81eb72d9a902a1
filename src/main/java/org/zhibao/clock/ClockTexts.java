package org.zhibao.clock;

import org.zhibao.refusal.Texts;

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
        return Texts.line("reason", given, SHORTEST_REASON, LONGEST_REASON, "clock.reason");
    }
}
