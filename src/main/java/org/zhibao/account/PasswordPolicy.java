package org.zhibao.account;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.zhibao.refusal.Refusal;

/** What a password must be like (GB/T 22239-2019, 身份鉴别): 8 characters, three of four classes, not the user name. */
final class PasswordPolicy {

    static final int SHORTEST = 8;
    /** BCrypt looks no further. */
    static final int MOST_BYTES = 72;
    static final int CLASSES = 3;

    private static final List<IntPredicate> ALL_CLASSES = List.of(Character::isUpperCase, Character::isLowerCase,
            Character::isDigit, c -> !Character.isLetterOrDigit(c));

    private PasswordPolicy() {
    }

    /** Refuses a password that is too weak, naming what is missing. */
    static void require(String userId, String password) {
        if (password.length() < SHORTEST || password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw refused("password.length", SHORTEST, MOST_BYTES);
        }
        if (ALL_CLASSES.stream().filter(kind -> password.chars().anyMatch(kind)).count() < CLASSES) {
            throw refused("password.classes", CLASSES);
        }
        if (password.toLowerCase(Locale.ROOT).contains(userId.toLowerCase(Locale.ROOT))) {
            throw refused("password.has-user-name");
        }
        if (password.equals(DemoMode.PASSWORD)) {
            throw refused("password.well-known");
        }
    }

    private static Refusal refused(String key, Object... arguments) {
        return Refusal.field("wanted", key, arguments);
    }
}
