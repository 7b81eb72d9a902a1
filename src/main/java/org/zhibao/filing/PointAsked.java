package org.zhibao.filing;

/**
 * One point of a return (审核意见, or 追问 on a finding), as a reviewer asks it.
 *
 * @param field       the cell it is about; may be null if the fingerprint says
 * @param fingerprint the finding it is about; null for a point of the reviewer's own
 * @param text        what is asked
 */
public record PointAsked(String field, String fingerprint, String text) {

    /** The longest text, in characters. */
    public static final int LENGTH = 1000;

    public PointAsked {
        field = field == null || field.isBlank() ? null : field;
        fingerprint = fingerprint == null || fingerprint.isBlank() ? null : fingerprint;
        text = text == null ? "" : text.strip();
    }
}
