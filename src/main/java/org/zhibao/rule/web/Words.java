package org.zhibao.rule.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What one text has that another lacks, word by word.
 *
 * @param left  the one text in pieces
 * @param right the other
 */
record Words(List<Words.Piece> left, List<Words.Piece> right) {

    /** Some words on end. */
    record Piece(String text, boolean marked) {
    }

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.$]+|\\s+|.", Pattern.DOTALL);
    /** Longer texts are not compared word by word: the table grows with the square. */
    private static final int MOST_WORDS = 1_500;

    /** Both texts in pieces, marked where the other lacks them. */
    static Words of(String left, String right) {
        List<String> lefts = words(left);
        List<String> rights = words(right);
        if (lefts.size() > MOST_WORDS || rights.size() > MOST_WORDS) {
            boolean same = left.equals(right);
            return new Words(List.of(new Piece(left, !same)), List.of(new Piece(right, !same)));
        }
        return aligned(lefts, rights);
    }

    private static Words aligned(List<String> lefts, List<String> rights) {
        int[][] common = common(lefts, rights);
        Words both = new Words(new ArrayList<>(), new ArrayList<>());
        int i = 0;
        int j = 0;
        while (i < lefts.size() || j < rights.size()) {
            if (i < lefts.size() && j < rights.size() && lefts.get(i).equals(rights.get(j))) {
                add(both.left, lefts.get(i++), false);
                add(both.right, rights.get(j++), false);
            } else if (j == rights.size() || i < lefts.size() && common[i + 1][j] >= common[i][j + 1]) {
                add(both.left, lefts.get(i++), true);
            } else {
                add(both.right, rights.get(j++), true);
            }
        }
        return both;
    }

    private static void add(List<Piece> pieces, String word, boolean marked) {
        Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        if (last != null && last.marked() == marked) {
            pieces.set(pieces.size() - 1, new Piece(last.text() + word, marked));
        } else {
            pieces.add(new Piece(word, marked));
        }
    }

    /** The length of the longest common sequence of what is left of both from each pair of places on. */
    private static int[][] common(List<String> a, List<String> b) {
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j)) ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }
}
