package org.zhibao.rule;

import java.time.Instant;
import org.zhibao.period.Quarter;

/**
 * One version of a rule. Versions are only ever added: for a period the latest counts whose {@code effectiveFrom} is not
 * after it.
 *
 * @param code          {@code R10b}, or a city's {@code 430100-R10b}
 * @param version       counts from 1
 * @param area          {@code 430000}, or the city whose units it looks at
 * @param retired       whether it ends the rule
 * @param effectiveFrom the first period it counts for
 * @param text          the rule; for a version that ends it, the text of the one before
 * @param author        user id of who wrote it, {@code system} for those shipped
 * @param authorName    the name on screen of who wrote it
 * @param reason        why
 * @param shipped       the version in {@code rule/rules.yaml} it was taken from; 0 if a person wrote it
 */
public record RuleVersion(long id, String code, int version, String area, boolean retired, Quarter effectiveFrom,
                          RuleText text, String author, String authorName, String reason, Instant at, int shipped) {

    /** Whether it is the province's; else it is a city's. */
    public boolean provincial() {
        return area.equals(RuleCode.PROVINCE);
    }

    /** The code of the province's rule that it sharpens, its own code if it is the province's. */
    public String base() {
        return RuleCode.base(code);
    }
}
