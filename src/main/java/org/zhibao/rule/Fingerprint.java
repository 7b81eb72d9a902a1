package org.zhibao.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/** Identifies a finding by its rule's version, its target and the values it rests on. */
final class Fingerprint {

    private static final int LENGTH = 32;

    private Fingerprint() {
    }

    /** The first 32 hexadecimal digits of a SHA-256. */
    static String of(String rule, int version, Check check, String target, Cells cells) {
        MessageDigest digest = sha256();
        add(digest, rule + "/" + version);
        add(digest, target);
        check.references().stream().sorted(Comparator.comparing(Reference::feel)).forEach(reference -> {
            add(digest, reference.feel());
            add(digest, cells.canonical(reference));
        });
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }

    /** Each part with its length before it, so that no two lists of parts read the same. */
    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
