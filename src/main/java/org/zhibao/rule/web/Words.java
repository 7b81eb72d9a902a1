package org.zhibao.rule.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What one text has that another lacks, word by word. */
final class Words {

    /** Some words on end. */
    record Piece(String text, boolean marked) {
    }

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.$]+|\\s+|.", Pattern.DOTALL);
    /** Longer texts are not compared word by word: the table grows with the square. */
    private static final int MOST_WORDS = 1_500;

    private Words() {
    }

    /** The text in pieces, marked where the other lacks them. */
    static List<Piece> pieces(String text, String other) {
        List<String> words = words(text);
        List<String> others = words(other);
        if (words.size() > MOST_WORDS || others.size() > MOST_WORDS) {
            return List.of(new Piece(text, !text.equals(other)));
        }
        int[][] common = common(words, others);
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < words.size()) {
            boolean shared = j < others.size() && words.get(i).equals(others.get(j));
            if (!shared && j < others.size() && common[i][j + 1] >= common[i + 1][j]) {
                j++;
            } else {
                add(pieces, words.get(i), !shared);
                i++;
                j += shared ? 1 : 0;
            }
        }
        return pieces;
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
