package org.zhibao.filing.workbook;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Ways of writing the same characters. */
final class Written {

    private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}\\uFEFF\\u200B-\\u200D\\u2060]+|[\\s\\p{Z}\\uFEFF\\u200B-\\u200D\\u2060]+$");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\uFEFF\\u200B-\\u200D\\u2060]+");

    private Written() {
    }

    /** Without blanks, visible or not, at either end. */
    static String stripped(String text) {
        return EDGES.matcher(text).replaceAll("");
    }

    /** Without any blanks, visible or not. */
    static String unspaced(String text) {
        return BLANKS.matcher(text).replaceAll("");
    }

    /** Full-width digits, letters and signs as half-width (Unicode NFKC), and the minus sign as a hyphen. */
    static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace('\u2212', '-');
    }

    /** Narrow, and without any blanks. */
    static String plain(String text) {
        return unspaced(narrow(text));
    }
}
