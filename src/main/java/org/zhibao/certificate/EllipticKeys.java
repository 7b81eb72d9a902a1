package org.zhibao.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;

/** New keys and numbers. */
final class EllipticKeys {

    private static final int SERIAL_BITS = 128;

    private EllipticKeys() {
    }

    /** On the curve P-256. */
    static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** A serial number nobody can guess, of 128 random bits. */
    static BigInteger serial() {
        return new BigInteger(SERIAL_BITS, new SecureRandom()).max(BigInteger.ONE);
    }
}
