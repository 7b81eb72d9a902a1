package org.zhibao.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A key with its certificate for a person to take away: PKCS#12, which only its password opens. */
final class KeyPackage {

    /** To be typed once: no capitals, nothing that looks alike. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyPackage() {
    }

    /** Twenty random characters, a hundred bits. */
    static String password() {
        return IntStream.range(0, GROUPS).mapToObj(i -> RANDOM.ints(GROUP, 0, ALPHABET.length())
                .mapToObj(at -> ALPHABET.substring(at, at + 1)).collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }

    static byte[] of(String name, PrivateKey key, List<X509Certificate> chain, String password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(name, key, password.toCharArray(), chain.toArray(X509Certificate[]::new));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password.toCharArray());
            return out.toByteArray();
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
