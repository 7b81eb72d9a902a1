package org.zhibao.filing.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhibao.office.OfficeFiles;
import org.zhibao.refusal.Refusal;

/** The files that may be attached, told from their content: a name or a header can say anything. */
public enum FileKind {

    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

    private static final byte[] PDF_START = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PDF_END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] JPEG_END = {(byte) 0xFF, (byte) 0xD9};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H',
        'D', 'R'};
    private static final byte[] PNG_END = {'I', 'E', 'N', 'D'};
    private static final byte[] ZIP_START = {'P', 'K', 3, 4};
    /** Programs append a little behind the end of a file. */
    private static final int TAIL = 1024;

    private final String mediaType;
    private final List<String> extensions;

    FileKind(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** Such as {@code application/pdf}. */
    public String mediaType() {
        return mediaType;
    }

    /** Extensions in lower case, the usual one first. */
    List<String> extensions() {
        return extensions;
    }

    /** The kind of a file; empty if it is none that may be attached. Refuses with 422 office documents that are not harmless. */
    static Optional<FileKind> of(byte[] file) {
        return starts(file, ZIP_START) ? office(file) : ofPaper(file);
    }

    /** Whether it is a PDF, a JPEG or a PNG: a scan, a photograph, a printed document; empty if it is none. */
    public static Optional<FileKind> ofPaper(byte[] file) {
        if (starts(file, PDF_START) && ends(file, PDF_END)) {
            return Optional.of(PDF);
        }
        if (starts(file, JPEG_START) && ends(file, JPEG_END)) {
            return Optional.of(JPEG);
        }
        return starts(file, PNG_START) && ends(file, PNG_END) ? Optional.of(PNG) : Optional.empty();
    }

    private static Optional<FileKind> office(byte[] file) {
        try {
            return switch (OfficeFiles.kind(file)) {
                case WORKBOOK -> Optional.of(XLSX);
                case TEXT -> Optional.of(DOCX);
                case OTHER -> Optional.empty();
            };
        } catch (Refusal unsafe) {
            String key = unsafe.fields().get(0).text().key();
            throw Refusal.field("file", "attachment.refused." + key.substring(key.lastIndexOf('.') + 1));
        }
    }

    private static boolean starts(byte[] file, byte[] with) {
        return file.length > with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
    }

    private static boolean ends(byte[] file, byte[] with) {
        for (int at = file.length - with.length; at >= Math.max(0, file.length - TAIL); at--) {
            if (Arrays.equals(file, at, at + with.length, with, 0, with.length)) {
                return true;
            }
        }
        return false;
    }
}
