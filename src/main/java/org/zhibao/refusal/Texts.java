package org.zhibao.refusal;

/** What may stand in a text that a person writes. */
public final class Texts {

    private Texts() {
    }

    /**
     * The reason, or whatever else a person writes in one line, without the blanks around it.
     *
     * @param key the message if it is missing, too short, too long or more than a line; its arguments are both lengths
     * @throws Refusal naming the field
     */
    public static String line(String field, String written, int shortest, int longest, String key) {
        if (!isLine(written, shortest, longest)) {
            throw Refusal.field(field, key, shortest, longest);
        }
        return written.strip();
    }

    /**
     * Whether a text is one line of so many characters, less the blanks around it. One that lies outside of the basic
     * plane counts as one towards the shortest and as two towards the longest: databases count them in either way.
     */
    public static boolean isLine(String written, int shortest, int longest) {
        String text = written == null ? "" : written.strip();
        return text.codePointCount(0, text.length()) >= shortest && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }

    /** Whether a text of several lines holds characters that no database keeps alike and no reader sees. */
    public static boolean unprintable(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }
}
