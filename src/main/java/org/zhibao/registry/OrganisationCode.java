package org.zhibao.registry;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The nine-character code of an organisation (组织机构代码, GB 11714-1997): eight of {@code 0-9A-Z} and a check
 * character. Kept without the hyphen that stands before the check character in print.
 *
 * @param value nine characters, upper case
 */
public record OrganisationCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{8}[0-9X]");
    private static final Pattern BODY = Pattern.compile("[0-9A-Z]{8}");
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /** @throws IllegalArgumentException unless {@link #isValid(String)} */
    public OrganisationCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an organisation code (GB 11714-1997): " + Quoted.of(value));
        }
    }

    /** Whether the text is a code as stored: nine characters, no hyphen, the check character right. */
    public static boolean isValid(String text) {
        return text != null && SHAPE.matcher(text).matches() && checkCharacter(text) == text.charAt(8);
    }

    /**
     * Reads a code as people write it: with or without the hyphen, in either case, with blanks around it.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static OrganisationCode parse(String text) {
        String typed = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
        boolean printed = typed.length() == 10 && typed.charAt(8) == '-';
        return new OrganisationCode(printed ? typed.substring(0, 8) + typed.charAt(9) : typed);
    }

    /**
     * Completes the first eight characters with their check character.
     *
     * @throws IllegalArgumentException unless these are eight of {@code 0-9A-Z}
     */
    public static OrganisationCode ofBody(String body) {
        if (body == null || !BODY.matcher(body).matches()) {
            throw new IllegalArgumentException("not eight of 0-9A-Z: " + Quoted.of(body));
        }
        return new OrganisationCode(body + checkCharacter(body));
    }

    /** The code in print: {@code D2143569-X}. */
    public String formatted() {
        return value.substring(0, 8) + '-' + value.charAt(8);
    }

    @Override
    public String toString() {
        return value;
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.digit(code.charAt(i), 36) * WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
