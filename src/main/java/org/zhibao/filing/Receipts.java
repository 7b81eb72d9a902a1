package org.zhibao.filing;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.audit.Sha256;

/** Verifies receipts (回执): anyone signed in who holds one can learn whether it is genuine, without seeing the report. */
@Service
@Transactional(readOnly = true)
public class Receipts {

    /** What a verification says. */
    public enum Verdict {
        /** The receipt exists, the hash is the one given, and the stored record still has it. */
        GENUINE,
        /** The receipt exists, but the hash given is another one. */
        DIFFERENT_HASH,
        /** The stored record no longer has the hash it was received with. */
        RECORD_DAMAGED,
        /** There is no such receipt. */
        UNKNOWN
    }

    /** The verdict, and when the report was received; null if unknown. */
    public record Verification(Verdict verdict, String receipt, Instant receivedAt) {
    }

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z-]{1,40}");

    private final FilingRevisions revisions;

    Receipts(FilingRevisions revisions) {
        this.revisions = revisions;
    }

    /** Compares a receipt and its SHA-256 (64 hex digits) with what is stored, computing the stored record's hash anew. */
    public Verification verify(String receipt, String sha256) {
        String number = receipt == null ? "" : receipt.strip().toUpperCase(Locale.ROOT);
        String hash = sha256 == null ? "" : sha256.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return Optional.of(number).filter(n -> NUMBER.matcher(n).matches()).flatMap(revisions::findByReceipt)
                .map(r -> new Verification(verdict(r, hash), number, r.summary().receivedAt()))
                .orElse(new Verification(Verdict.UNKNOWN, number, null));
    }

    private static Verdict verdict(FilingRevision revision, String hash) {
        if (!Sha256.of(revision.content()).equals(revision.sha256())) {
            return Verdict.RECORD_DAMAGED;
        }
        return revision.sha256().equals(hash) ? Verdict.GENUINE : Verdict.DIFFERENT_HASH;
    }
}
