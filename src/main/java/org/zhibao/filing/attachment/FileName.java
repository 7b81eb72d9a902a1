package org.zhibao.filing.attachment;

import java.text.Normalizer;
import java.util.Locale;

/** A file's name as it is kept: no path, nothing invisible, nothing that a file system or a header could misread. */
public final class FileName {

    static final int LENGTH = 100;

    private FileName() {
    }

    /** The name without what must not be in it; its own extension, or none. */
    public static String clean(String given) {
        String name = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "").replaceAll("[<>:\"|?*;%]", "_").replaceAll("\\s+", " ");
        return name.replaceAll("^[. ]+|[. ]+$", "");
    }

    /** The extension in lower case; empty if there is none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** A clean name of bounded length that ends as its kind does. */
    public static String of(String clean, FileKind kind) {
        boolean fits = kind.extensions().contains(extension(clean));
        String ending = fits ? extension(clean) : kind.extensions().get(0);
        String stem = fits ? clean.substring(0, clean.lastIndexOf('.')) : clean;
        int most = LENGTH - ending.length() - 1;
        StringBuilder kept = new StringBuilder();
        stem.codePoints().takeWhile(c -> kept.length() + Character.charCount(c) <= most).forEach(kept::appendCodePoint);
        return (kept.isEmpty() ? "attachment" : kept) + "." + ending;
    }
}
