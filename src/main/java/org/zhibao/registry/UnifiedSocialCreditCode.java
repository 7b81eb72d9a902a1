package org.zhibao.registry;

import java.util.Locale;

/**
 * The eighteen-character code of a legal person or other organisation (统一社会信用代码, GB 32100-2015): registering
 * authority, type, six digits of the registering region, the nine-character organisation code, check character. The
 * embedded region is that of the registration office and says nothing about where the unit stands.
 *
 * @param value eighteen characters, upper case
 */
public record UnifiedSocialCreditCode(String value) {

    private static final int LENGTH = 18;
    /** No I, O, S, V, Z. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** @throws IllegalArgumentException unless {@link #isValid(String)} */
    public UnifiedSocialCreditCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "not a unified social credit code (GB 32100-2015): " + Quoted.of(value));
        }
    }

    /** Whether the text is a code as stored: eighteen characters of the alphabet, the check character right. */
    public static boolean isValid(String text) {
        return text != null && text.length() == LENGTH && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && text.substring(2, 8).chars().allMatch(c -> c >= '0' && c <= '9')
                && checkCharacter(text) == text.charAt(LENGTH - 1);
    }

    /**
     * Reads a code as people write it: in either case, with blanks around it, in print with blanks or hyphens inside.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static UnifiedSocialCreditCode parse(String text) {
        return new UnifiedSocialCreditCode(
                text == null ? "" : text.strip().replaceAll("[ -]", "").toUpperCase(Locale.ROOT));
    }

    /**
     * The code of an enterprise (authority 9, type 1) registered in this region.
     *
     * @throws IllegalArgumentException if the region is not six digits or the organisation code holds a letter that
     *                                  the standard's alphabet lacks
     */
    public static UnifiedSocialCreditCode ofEnterprise(String registeringRegion, OrganisationCode organisation) {
        String body = "91" + registeringRegion + organisation.value();
        if (body.length() != LENGTH - 1 || body.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            throw new IllegalArgumentException("no such code: " + Quoted.of(body));
        }
        return new UnifiedSocialCreditCode(body + checkCharacter(body));
    }

    /** The organisation code inside: characters 9 to 17; may fail its own check, so it is text. */
    public String organisationPart() {
        return value.substring(8, 17);
    }

    /** The code in groups, easier to compare by eye: {@code 91 430100 183810013 5}. */
    public String formatted() {
        return String.join(" ", value.substring(0, 2), value.substring(2, 8), organisationPart(),
                value.substring(17));
    }

    @Override
    public String toString() {
        return value;
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
