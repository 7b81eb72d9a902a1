package org.zhibao.suspension;

import java.util.Arrays;
import org.zhibao.refusal.Refusal;

/**
 * A file that is to prove a suspension (证明材料): PDF, JPEG or PNG, told from its content.
 *
 * @param fileName as its owner calls it
 * @param content  the file's bytes; not copied
 */
public record EvidenceFile(String fileName, byte[] content) {

    /** The largest file, in megabytes. */
    public static final int MOST_MEGABYTES = 5;
    /** How many files a suspension may have. */
    public static final int MOST_FILES = 5;

    private static final int LONGEST_NAME = 200;
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    public EvidenceFile {
        fileName = plain(fileName);
        if (content.length == 0) {
            throw Refusal.field("files", "suspension.file-empty", fileName);
        }
        requireSize(fileName, content.length);
        if (type(content) == null) {
            throw Refusal.field("files", "suspension.file-type", fileName);
        }
    }

    /** Refuses a file that is too large, before it is read. */
    public static void requireSize(String fileName, long bytes) {
        if (bytes > MOST_MEGABYTES * 1_000_000L) {
            throw Refusal.field("files", "suspension.file-large", plain(fileName), MOST_MEGABYTES);
        }
    }

    String contentType() {
        return type(content);
    }

    private static String type(byte[] content) {
        return starts(content, PDF) ? "application/pdf" : starts(content, JPEG) ? "image/jpeg"
                : starts(content, PNG) ? "image/png" : null;
    }

    private static boolean starts(byte[] file, byte[] with) {
        return file.length >= with.length && Arrays.equals(Arrays.copyOf(file, with.length), with);
    }

    /** The name without its folder and without what no reader sees; never empty. */
    private static String plain(String name) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("\\p{C}", "").strip();
        String kept = clean.isEmpty() ? "file" : clean;
        return kept.length() > LONGEST_NAME ? kept.substring(kept.length() - LONGEST_NAME) : kept;
    }
}
