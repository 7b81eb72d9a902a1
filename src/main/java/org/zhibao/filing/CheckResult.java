package org.zhibao.filing;

import java.util.List;
import java.util.Map;
import org.zhibao.rule.Finding;
import org.zhibao.rule.ReviewRules;
import org.zhibao.rule.Severity;

/**
 * What the review rules say about a report, with the explanations that count.
 *
 * @param findings     blocking ones first
 * @param explanations fingerprint to explanation, only of findings that exist and with enough words
 * @param rules        the version of every rule that looked at the report
 */
public record CheckResult(List<Finding> findings, Map<String, String> explanations, Map<String, Integer> rules) {

    /** An explanation says something with at least this many characters. */
    public static final int EXPLANATION_LENGTH = 10;

    static CheckResult of(ReviewRules.Review review, Map<String, String> written) {
        Map<String, String> counting = new java.util.TreeMap<>();
        for (Finding finding : review.findings()) {
            String text = written.getOrDefault(finding.fingerprint(), "").strip();
            if (finding.explainable() && text.length() >= EXPLANATION_LENGTH) {
                counting.put(finding.fingerprint(), text);
            }
        }
        return new CheckResult(review.findings(), counting, review.versions());
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
