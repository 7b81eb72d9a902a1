package org.zhibao.rule.web;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.rule.DryRuns;
import org.zhibao.rule.RuleAdministration;
import org.zhibao.rule.RuleText;
import org.zhibao.rule.RuleVersion;

/** Review rules through the API. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleApi {

    /** A rule to be checked. */
    record CheckBody(RuleText rule) {
    }

    /**
     * A rule to be tried.
     *
     * @param period the period whose reports are looked at
     * @param after  {@code next} of the chunk before; 0 to begin
     */
    record DryRunBody(RuleText rule, String period, long after) {
    }

    /**
     * A version to be stored.
     *
     * @param rule          the rule; not read if it ends
     * @param effectiveFrom the first period it counts for
     * @param baseVersion   the version it was made from; 0 for a new rule
     * @param retired       whether the rule ends
     */
    record VersionBody(RuleText rule, String effectiveFrom, String reason, int baseVersion, boolean retired) {
    }

    private final RuleAdministration rules;
    private final RuleTrials trials;
    private final DryRuns dryRuns;
    private final RuleAnswers answers;

    RuleApi(RuleAdministration rules, RuleTrials trials, DryRuns dryRuns, RuleAnswers answers) {
        this.rules = rules;
        this.trials = trials;
        this.dryRuns = dryRuns;
        this.answers = answers;
    }

    /**
     * The rules the caller may see.
     *
     * @param period those that count for the reports of a period; without it the latest version of every rule
     * @param area   {@code 430000} or a city: its rules only
     */
    @GetMapping
    List<RuleAnswers.Version> rules(@RequestParam(required = false) String period,
                                    @RequestParam(required = false) String area, Actor actor) {
        List<RuleVersion> found = period == null ? rules.rules(actor)
                : rules.inForce(RuleTrialPages.quarter(period), actor);
        return found.stream().filter(v -> area == null || v.area().equals(area))
                .map(v -> answers.version(v, rules.earliest())).toList();
    }

    @GetMapping("/{code}")
    RuleAnswers.History rule(@PathVariable String code, Actor actor) {
        return new RuleAnswers.History(code, rules.history(code, actor).stream()
                .map(v -> answers.version(v, rules.earliest())).toList());
    }

    /** Stores a new version, or the first one of a new rule. */
    @PostMapping("/{code}/versions")
    @ResponseStatus(HttpStatus.CREATED)
    RuleAnswers.Version save(@PathVariable String code, @RequestBody VersionBody body, Actor actor) {
        rules.requireWriter(actor);
        Quarter from = quarter(body.effectiveFrom());
        RuleVersion saved = body.retired() ? rules.retire(code, from, body.reason(), body.baseVersion(), actor)
                : rules.save(code, required(body.rule()), from, body.reason(), body.baseVersion(), actor);
        return answers.version(saved, rules.earliest());
    }

    /** Tries a rule on some submitted reports; changes nothing. */
    @PostMapping("/{code}/dry-run")
    RuleAnswers.Tried dryRun(@PathVariable String code, @RequestBody DryRunBody body, Actor actor, Locale locale) {
        rules.requireWriter(actor);
        return answers.tried(dryRuns.chunk(code, required(body.rule()), RuleTrialPages.quarter(body.period()), body.after(),
                actor), locale);
    }

    /** Everything wrong with a rule; changes nothing. */
    @PostMapping("/check")
    RuleAnswers.Checked check(@RequestBody CheckBody body, Actor actor, Locale locale) {
        rules.requireWriter(actor);
        return trials.check(required(body.rule()), actor, locale);
    }

    private static RuleText required(RuleText rule) {
        if (rule == null) {
            throw Refusal.field("rule", "rules.bad.missing");
        }
        return rule;
    }

    private static Quarter quarter(String code) {
        try {
            return Quarter.parse(code);
        } catch (IllegalArgumentException notAQuarter) {
            throw Refusal.field("effectiveFrom", "rule.bad.period");
        }
    }
}
