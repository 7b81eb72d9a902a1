package org.zhibao.rule.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhibao.period.Quarter;
import org.zhibao.rule.DryRun;
import org.zhibao.rule.Finding;
import org.zhibao.rule.RulePreview;
import org.zhibao.rule.RuleText;
import org.zhibao.rule.RuleVersion;
import org.zhibao.rule.Severity;
import org.zhibao.web.RefusalTexts;

/** Rules, checks and dry runs as the API and the scripts of the pages get them. */
@Component
class RuleAnswers {

    /**
     * A version of a rule.
     *
     * @param area     whose it is: {@code 430000} or a city
     * @param severity what it asks for at worst
     * @param state    {@code active}, {@code coming} or {@code retired}
     * @param rule     the rule itself
     */
    record Version(String code, int version, String area, Severity severity, String state, String effectiveFrom,
                   RuleText rule, String author, String reason, Instant at) {
    }

    /** A rule with all its versions, the latest first. */
    record History(String code, List<Version> versions) {
    }

    /** What a check found; the preview is null if something is wrong, or if there is no report to show it on. */
    record Checked(List<RuleProblem> problems, Preview preview) {
    }

    /** A message on a report; {@code trips} says whether the rule speaks there. */
    record Preview(String period, long filingId, String unitName, boolean trips, Severity severity, List<String> fields,
                   String zh, String en) {
    }

    /**
     * A chunk of a dry run.
     *
     * @param total   reports of the period in the area
     * @param checked reports looked at in this chunk
     * @param would   what the rule as written would do to them
     * @param does    what the rule in force does to them
     * @param next    {@code after} of the next chunk; 0 at the end
     */
    record Tried(String period, long total, long checked, DryRun.Count would, DryRun.Count does, List<Hit> hits, long next) {
    }

    /** A report the rule would speak about; {@code today} is what it does now, null if nothing. */
    record Hit(long filingId, String orgCode, String unitName, Severity severity, String severityName, Severity today,
               String todayName, List<String> messages) {
    }

    private static final int MOST_MESSAGES = 3;

    private final RefusalTexts texts;

    RuleAnswers(RefusalTexts texts) {
        this.texts = texts;
    }

    Version version(RuleVersion v, Quarter now) {
        return new Version(v.code(), v.version(), v.area(), v.text().severity(), RuleFilter.state(v, now),
                v.effectiveFrom().code(), v.text(), v.authorName(), v.reason(), v.at());
    }

    Preview preview(RulePreview preview) {
        Finding finding = preview.finding();
        return new Preview(preview.period().code(), preview.filingId(), preview.unitName(), preview.trips(),
                finding.severity(), finding.fields(), finding.zh(), finding.en());
    }

    Tried tried(DryRun run, Locale locale) {
        return new Tried(run.period().code(), run.total(), run.checked(), run.would(), run.does(),
                run.hits().stream().map(hit -> hit(hit, locale)).toList(), run.next());
    }

    private Hit hit(DryRun.Hit hit, Locale locale) {
        return new Hit(hit.filingId(), hit.orgCode(), hit.unitName(), hit.worst(), name(hit.worst(), locale), hit.today(),
                hit.today() == null ? "" : name(hit.today(), locale),
                hit.findings().stream().limit(MOST_MESSAGES).map(finding -> finding.message(locale)).toList());
    }

    private String name(Severity severity, Locale locale) {
        return texts.of("severity." + severity, locale);
    }
}
