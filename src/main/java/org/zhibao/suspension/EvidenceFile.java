package org.zhibao.suspension;

import org.zhibao.filing.attachment.FileKind;
import org.zhibao.filing.attachment.FileName;
import org.zhibao.refusal.Refusal;

/**
 * A file that is to prove a suspension (证明材料): PDF, JPEG or PNG, told from its content.
 *
 * @param fileName as its owner calls it, ending as its kind does
 * @param content  the file's bytes; not copied
 * @param kind     what it is
 */
public record EvidenceFile(String fileName, byte[] content, FileKind kind) {

    /** The largest file, in megabytes. */
    public static final int MOST_MEGABYTES = 5;
    /** How many files a suspension may have. */
    public static final int MOST_FILES = 5;

    /** Takes a file; refuses with 422 what is empty, too large, or no PDF, JPEG or PNG. */
    public static EvidenceFile of(String fileName, byte[] content) {
        String clean = FileName.clean(fileName);
        if (content.length == 0) {
            throw Refusal.field("files", "suspension.file-empty", clean);
        }
        requireSize(clean, content.length);
        FileKind kind = FileKind.ofPaper(content)
                .orElseThrow(() -> Refusal.field("files", "suspension.file-type", clean));
        return new EvidenceFile(FileName.of(clean, kind), content, kind);
    }

    /** Refuses a file that is too large, before it is read. */
    public static void requireSize(String fileName, long bytes) {
        if (bytes > MOST_MEGABYTES * 1_000_000L) {
            throw Refusal.field("files", "suspension.file-large", FileName.clean(fileName), MOST_MEGABYTES);
        }
    }
}
