package org.zhibao.filing.attachment;

import java.time.Instant;
import org.zhibao.filing.FiledAttachment;

/**
 * A file beside an explanation or an answer.
 *
 * @param key      the explanation it belongs to: a finding's fingerprint, {@code return/1}, {@code point/5}
 * @param bytes    its length
 * @param sha256   of its content, 64 lower-case hex digits
 * @param revision the first revision that is on record with it; null while it is in the draft
 */
public record Attachment(long id, String key, String fileName, String mediaType, int bytes, String sha256,
                         Instant uploadedAt, String uploadedBy, Integer revision) {

    FiledAttachment filed() {
        return new FiledAttachment(id, key, fileName, mediaType, bytes, sha256);
    }

    /** Its length as a person reads it, in KB. */
    public long kilobytes() {
        return Math.max(1, Math.round(bytes / 1000.0));
    }
}
