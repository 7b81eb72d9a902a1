package org.zhibao.refusal;

/** What may stand in a text that a person writes. */
public final class Texts {

    private Texts() {
    }

    /** Whether a text of several lines holds characters that no database keeps alike and no reader sees. */
    public static boolean unprintable(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }
}
