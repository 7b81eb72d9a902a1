package org.zhibao.rule.web;

import java.util.List;
import java.util.Locale;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.rule.DryRuns;
import org.zhibao.rule.RuleAdministration;
import org.zhibao.rule.RuleText;
import org.zhibao.web.RefusalTexts;

/** What the edit page asks while a rule is being written; both take the page's form and change nothing. */
@RestController
class RuleTrialPages {

    private final RuleAdministration rules;
    private final RuleTrials trials;
    private final DryRuns dryRuns;
    private final RuleAnswers answers;
    private final RefusalTexts texts;

    RuleTrialPages(RuleAdministration rules, RuleTrials trials, DryRuns dryRuns, RuleAnswers answers, RefusalTexts texts) {
        this.rules = rules;
        this.trials = trials;
        this.dryRuns = dryRuns;
        this.answers = answers;
        this.texts = texts;
    }

    @PostMapping("/admin/rules/check")
    RuleAnswers.Checked check(@RequestParam MultiValueMap<String, String> sent, Actor actor, Locale locale) {
        rules.requireWriter(actor);
        RuleText text;
        try {
            text = RuleForm.read(sent).text();
        } catch (Refusal unreadable) {
            return new RuleAnswers.Checked(RuleProblem.of(unreadable.fields(), null, texts, locale), null);
        }
        return trials.check(text, actor, locale);
    }

    /**
     * Some reports of a dry run.
     *
     * @param period the period whose reports are looked at
     * @param after  {@code next} of the chunk before; 0 to begin
     */
    @PostMapping("/admin/rules/dry-run")
    RuleAnswers.Tried dryRun(@RequestParam MultiValueMap<String, String> sent, @RequestParam(defaultValue = "") String period,
                             @RequestParam(defaultValue = "0") long after, Actor actor, Locale locale) {
        rules.requireWriter(actor);
        RuleForm form = RuleForm.read(sent);
        return answers.tried(dryRuns.chunk(form.code(), form.text(), quarter(period), after, actor), locale);
    }

    /** @throws Refusal unless it is one such as {@code 2026Q3} */
    static Quarter quarter(String code) {
        try {
            return Quarter.parse(code);
        } catch (IllegalArgumentException notAQuarter) {
            throw Refusal.field("period", "rules.bad.period");
        }
    }
}
