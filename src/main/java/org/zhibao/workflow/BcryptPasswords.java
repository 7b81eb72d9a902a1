package org.zhibao.workflow;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Hashes the engine's passwords with BCrypt instead of a salted SHA: slowly, because people choose passwords that can be
 * guessed. One that was drawn at random, of 93 bits, cannot; it is hashed quickly, so that a whole roster can be given theirs.
 * Checking takes equally long for both, so that nobody learns from the time which accounts still have their first one.
 */
class BcryptPasswords implements PasswordEncryptor {

    private static final int STRENGTH = 10;
    private static final int STRENGTH_OF_DRAWN = 6;
    private static final String QUICK = "$2a$0" + STRENGTH_OF_DRAWN;

    private static final ThreadLocal<String[]> SHARED = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> DRAWN = new ThreadLocal<>();

    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(STRENGTH);
    private final BCryptPasswordEncoder quick = new BCryptPasswordEncoder(STRENGTH_OF_DRAWN);
    private final String nobodys = encoder.encode("");

    @Override
    public String encrypt(String password) {
        if (DRAWN.get() != null) {
            return quick.encode(password);
        }
        String[] shared = SHARED.get();
        if (shared == null) {
            return encoder.encode(password);
        }
        if (!password.equals(shared[0])) {
            shared[0] = password;
            shared[1] = encoder.encode(password);
        }
        return shared[1];
    }

    /** Hashes a password only once while many accounts are created with it. */
    static void sharing(Runnable creation) {
        SHARED.set(new String[2]);
        try {
            creation.run();
        } finally {
            SHARED.remove();
        }
    }

    /** Hashes quickly what has been drawn at random. */
    static void drawn(Runnable change) {
        DRAWN.set(true);
        try {
            change.run();
        } finally {
            DRAWN.remove();
        }
    }

    @Override
    public boolean check(String password, String encrypted) {
        if (encrypted.startsWith(QUICK)) {
            encoder.matches(password, nobodys);
        }
        return encoder.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "bcrypt";
    }
}
