package org.zhibao.filing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhibao.refusal.Refusal;
import org.zhibao.rule.Finding;
import org.zhibao.rule.ReviewRules;
import org.zhibao.rule.Severity;

/**
 * What the review rules say about a report, with the explanations that count.
 *
 * @param findings     blocking ones first
 * @param explanations fingerprint to explanation, only of findings that exist and of texts that say something
 * @param refused      fingerprint to why the text written there does not count
 * @param rules        the version of every rule that looked at the report
 */
public record CheckResult(List<Finding> findings, Map<String, String> explanations, Map<String, Refusal.Text> refused,
                          Map<String, Integer> rules) {

    /** An explanation says something with at least this many characters. */
    public static final int EXPLANATION_LENGTH = 10;

    static CheckResult of(ReviewRules.Review review, Map<String, String> written) {
        Map<String, String> counting = new TreeMap<>();
        Map<String, Refusal.Text> refused = new TreeMap<>();
        Map<String, Finding> said = new HashMap<>();
        for (Finding finding : review.findings()) {
            String text = written.getOrDefault(finding.fingerprint(), "").strip();
            if (!finding.explainable() || text.isEmpty()) {
                continue;
            }
            problem(finding, text, said).ifPresentOrElse(why -> refused.put(finding.fingerprint(), why), () -> {
                counting.put(finding.fingerprint(), text);
                said.putIfAbsent(ExplanationWords.normal(text), finding);
            });
        }
        return new CheckResult(review.findings(), counting, refused, review.versions());
    }

    /** Two findings about one figure may have one cause, and so one explanation; two figures have not. */
    private static Optional<Refusal.Text> problem(Finding finding, String text, Map<String, Finding> said) {
        return ExplanationWords.SHIPPED.problem(text, finding.zh(), finding.en())
                .or(() -> Optional.ofNullable(said.get(ExplanationWords.normal(text)))
                        .filter(other -> !cell(other).equals(cell(finding)))
                        .flatMap(other -> ExplanationWords.copy(other.rule(), cell(other))));
    }

    private static String cell(Finding finding) {
        return finding.fields().isEmpty() ? "" : finding.fields().get(0);
    }

    /** How many findings block the submission whatever is explained. */
    public long blocking() {
        return count(Severity.BLOCKING);
    }

    /** How many findings still ask for an explanation or a correction. */
    public long unexplained() {
        return count(Severity.EXPLAIN) - explanations.size();
    }

    public long hints() {
        return count(Severity.HINT);
    }

    /** Whether the report may be submitted: clean or explained. */
    public boolean passed() {
        return blocking() == 0 && unexplained() == 0;
    }

    private long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }
}
