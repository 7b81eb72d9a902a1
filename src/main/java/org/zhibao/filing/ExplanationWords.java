package org.zhibao.filing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.zhibao.refusal.Refusal;

/**
 * Whether an explanation says something (W35): ten letters or digits that are no stock phrase, no repetition and not the
 * question itself. White space, punctuation, case and full-width forms do not matter. The browser judges by the same
 * rules and the same phrases ({@code wording.js}).
 */
public final class ExplanationWords {

    /** What is wrong with a text. */
    enum Fault { SHORT, NOISE, BOILERPLATE, ECHO, COPY }

    private static final int LEAST_LETTERS = 4;
    private static final int PER_CENT_SHARED = 80;
    private static final Pattern SILENT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern REPEATED = Pattern.compile("(.{1,9}?)\\1+");

    /** With the phrases shipped, {@code filing/boilerplate.txt}. */
    public static final ExplanationWords SHIPPED = new ExplanationWords(shipped());

    private final List<String> phrases;

    ExplanationWords(List<String> phrases) {
        this.phrases = phrases.stream().map(ExplanationWords::normal).filter(phrase -> !phrase.isEmpty())
                .sorted(Comparator.comparing(String::length).reversed()).toList();
    }

    /** What is compared: letters and digits only, in one form and in lower case. */
    static String normal(String text) {
        String form = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return SILENT.matcher(form).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /**
     * Why the text explains nothing, for its reader; empty if it does.
     *
     * @param asked what it answers, in any language: pasting it back is no answer
     */
    public Optional<Refusal.Text> problem(String text, String... asked) {
        String said = normal(text);
        if (said.length() < CheckResult.EXPLANATION_LENGTH) {
            return fault(Fault.SHORT, said.length(), CheckResult.EXPLANATION_LENGTH - said.length());
        }
        if (noise(said)) {
            return fault(Fault.NOISE);
        }
        if (withoutPhrases(said).length() < CheckResult.EXPLANATION_LENGTH) {
            return fault(Fault.BOILERPLATE, phraseIn(said));
        }
        for (String question : asked) {
            if (echoes(said, normal(question))) {
                return fault(Fault.ECHO);
            }
        }
        return Optional.empty();
    }

    /** What is said of a text that explains another figure. */
    static Optional<Refusal.Text> copy(String rule, String cell) {
        return fault(Fault.COPY, rule, cell);
    }

    private static boolean noise(String said) {
        return said.codePoints().filter(Character::isLetter).count() < LEAST_LETTERS || periodic(said)
                || REPEATED.matcher(said).replaceAll("$1").length() < CheckResult.EXPLANATION_LENGTH;
    }

    /** Whether it is fewer than ten characters, over and over. */
    private static boolean periodic(String said) {
        return IntStream.range(1, CheckResult.EXPLANATION_LENGTH)
                .anyMatch(period -> said.regionMatches(period, said, 0, said.length() - period));
    }

    private String withoutPhrases(String said) {
        String rest = said;
        for (String phrase : phrases) {
            rest = rest.replace(phrase, "");
        }
        return rest;
    }

    private String phraseIn(String said) {
        return phrases.stream().filter(said::contains).findFirst().orElse("");
    }

    /** The question itself, hardly more than parts of it, or all of it with hardly a word more. */
    private static boolean echoes(String said, String question) {
        if (question.length() < CheckResult.EXPLANATION_LENGTH) {
            return false;
        }
        return shared(said, question) * 100 >= said.length() * PER_CENT_SHARED
                || said.contains(question) && said.length() - question.length() < CheckResult.EXPLANATION_LENGTH;
    }

    /** How many characters of one are in the other, in the same order. */
    private static int shared(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int i = 0; i < a.length(); i++) {
            int[] now = new int[b.length() + 1];
            for (int j = 0; j < b.length(); j++) {
                now[j + 1] = a.charAt(i) == b.charAt(j) ? before[j] + 1 : Math.max(before[j + 1], now[j]);
            }
            before = now;
        }
        return before[b.length()];
    }

    private static Optional<Refusal.Text> fault(Fault fault, Object... arguments) {
        return Optional.of(new Refusal.Text("js.explain.fault." + fault, arguments));
    }

    private static List<String> shipped() {
        try (InputStream file = ExplanationWords.class.getResourceAsStream("/filing/boilerplate.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
