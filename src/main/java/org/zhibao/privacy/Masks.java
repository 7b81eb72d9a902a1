package org.zhibao.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Contact data as those read it who need not reach the person (domain §6, 个人信息): one can still tell two apart, and not
 * call or write.
 */
public final class Masks {

    private static final String HIDDEN = "****";
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");
    /** A mainland mobile number, also with its country code and in groups; a landline with its area code and extension. */
    private static final Pattern PHONE = Pattern.compile("(?<![0-9A-Za-z])(?:(?:\\+|00)86[- ]?)?"
            + "(?:1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}|[(（]?0\\d{2,3}[)）]?[- ]?\\d{7,8}(?:[- ]\\d{1,6})?)(?![0-9A-Za-z])");

    private Masks() {
    }

    /** {@code 138****5678}, {@code 073****4501}: three characters in front and up to four at the end stay. */
    public static String phone(String number) {
        String digits = number == null ? "" : number.replaceAll("\\D", "");
        if (digits.isEmpty()) {
            return number == null || number.isBlank() ? "" : HIDDEN;
        }
        return digits.length() < 8 ? HIDDEN + digits.substring(digits.length() - Math.min(2, digits.length() - 1))
                : digits.substring(0, 3) + HIDDEN + digits.substring(digits.length() - 4);
    }

    /** {@code z****@example.com}. */
    public static String email(String address) {
        if (address == null || address.isBlank()) {
            return "";
        }
        int at = address.indexOf('@');
        return at < 1 ? HIDDEN : address.charAt(0) + HIDDEN + address.substring(at);
    }

    /** The first character of a name and a star for each other: {@code 王**}; of one alone only a star. */
    public static String name(String name) {
        String stripped = name == null ? "" : name.strip();
        int length = stripped.codePointCount(0, stripped.length());
        if (length < 2) {
            return "*".repeat(length);
        }
        return stripped.substring(0, stripped.offsetByCodePoints(0, 1)) + "*".repeat(length - 1);
    }

    /** Every telephone number and mail address within a text. */
    public static String text(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String written = EMAIL.matcher(text).replaceAll(found -> safely(email(found.group())));
        return PHONE.matcher(written).replaceAll(found -> safely(phone(found.group())));
    }

    private static String safely(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }
}
