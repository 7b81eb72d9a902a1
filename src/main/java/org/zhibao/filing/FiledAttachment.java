package org.zhibao.filing;

/**
 * A file beside an explanation or an answer, as the copy of record names it.
 *
 * @param key    the explanation it belongs to: a finding's fingerprint, {@code return/1}, {@code point/5}
 * @param bytes  its length
 * @param sha256 of its content, 64 lower-case hex digits
 */
public record FiledAttachment(long id, String key, String fileName, String mediaType, int bytes, String sha256) {
}
