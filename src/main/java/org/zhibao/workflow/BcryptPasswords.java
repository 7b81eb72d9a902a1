package org.zhibao.workflow;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Hashes the engine's passwords with BCrypt instead of a salted SHA. */
class BcryptPasswords implements PasswordEncryptor {

    private static final int STRENGTH = 10;

    private static final ThreadLocal<String[]> SHARED = new ThreadLocal<>();

    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(STRENGTH);

    @Override
    public String encrypt(String password) {
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

    @Override
    public boolean check(String password, String encrypted) {
        return encoder.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "bcrypt";
    }
}
