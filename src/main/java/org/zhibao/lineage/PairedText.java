package org.zhibao.lineage;

import java.util.stream.IntStream;

/**
 * A text and its pairs of neighbouring characters, sorted once, so that it can be compared with thousands of others.
 *
 * @param pairs each as the first character times 65,536 plus the second
 */
record PairedText(String text, int[] pairs) {

    static PairedText of(String text) {
        return new PairedText(text, IntStream.range(0, Math.max(0, text.length() - 1))
                .map(i -> text.charAt(i) << 16 | text.charAt(i + 1)).sorted().toArray());
    }

    /** How alike two texts are: the share of pairs of characters they have in common, 0 to 1; empty ones are not alike. */
    double alike(PairedText other) {
        if (text.equals(other.text)) {
            return text.isEmpty() ? 0 : 1;
        }
        if (pairs.length == 0 || other.pairs.length == 0) {
            return 0;
        }
        int common = 0;
        for (int mine = 0, theirs = 0; mine < pairs.length && theirs < other.pairs.length; ) {
            int order = Integer.compare(pairs[mine], other.pairs[theirs]);
            if (order == 0) {
                common++;
            }
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        return 2.0 * common / (pairs.length + other.pairs.length);
    }
}
