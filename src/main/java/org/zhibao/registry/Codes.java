package org.zhibao.registry;

import java.util.Locale;
import java.util.regex.Pattern;

/** Identity codes as they are kept, from how people write them; their check characters are looked at elsewhere. */
final class Codes {

    static final Pattern ORGANISATION = Pattern.compile("[0-9A-Z]{8}[0-9X]");
    static final Pattern SOCIAL_CREDIT = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}");
    static final Pattern INDUSTRY = Pattern.compile("[0-9]{4}");

    private Codes() {
    }

    /** {@code D2143569-X} as {@code D2143569X}. */
    static String organisation(String written) {
        String typed = written.strip().toUpperCase(Locale.ROOT);
        return typed.length() == 10 && typed.charAt(8) == '-' ? typed.substring(0, 8) + typed.charAt(9) : typed;
    }

    /** Without the blanks and hyphens of print. */
    static String socialCredit(String written) {
        return written.strip().replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
    }
}
