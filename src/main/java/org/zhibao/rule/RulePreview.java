package org.zhibao.rule;

import org.zhibao.period.Quarter;

/**
 * How a rule's message looks on a submitted report.
 *
 * @param trips whether the rule says something about the report; else the message is only shown for its looks
 */
public record RulePreview(Quarter period, long filingId, String unitName, boolean trips, Finding finding) {
}
