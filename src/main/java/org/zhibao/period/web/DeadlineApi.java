package org.zhibao.period.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.period.DeadlinePolicy;
import org.zhibao.period.DeadlineStage;
import org.zhibao.period.DeadlineStep;
import org.zhibao.period.Deadlines;
import org.zhibao.period.ManualDeadline;
import org.zhibao.period.PeriodDeadlines;
import org.zhibao.period.Quarter;
import org.zhibao.period.StageDeadline;
import org.zhibao.web.RefusalTexts;

/** The deadlines of a period through the API: dates and, step by step, why. */
@RestController
@RequestMapping("/api/v1/deadlines")
class DeadlineApi {

    /** A step: what happened, the date after it, and the same in the reader's language. */
    record Step(DeadlineStep.Kind kind, LocalDate date, String text) {
    }

    /** The document that sets a date. */
    record Manual(LocalDate date, String noticeNo, String reason, String setBy, Instant setAt) {

        static Manual of(ManualDeadline manual) {
            return new Manual(manual.day(), manual.noticeNo(), manual.reason(), manual.setByName(), manual.setAt());
        }
    }

    /**
     * A stage's deadline.
     *
     * @param nominal the day before holidays are considered
     * @param date    the day it is due, inclusive
     * @param due     the last second of that day
     * @param manual  null unless a document sets the date
     */
    record Stage(DeadlineStage stage, LocalDate nominal, LocalDate date, Instant due, boolean provisional,
                 Manual manual, List<Step> steps) {
    }

    /** The deadlines of a period by a policy. */
    record View(String period, DeadlinePolicy policy, boolean provisional, List<Stage> stages) {
    }

    private final Deadlines deadlines;
    private final RefusalTexts texts;

    DeadlineApi(Deadlines deadlines, RefusalTexts texts) {
        this.deadlines = deadlines;
        this.texts = texts;
    }

    /**
     * @param period {@code 2014Q1}
     * @param policy name of a policy; without it the one that applies to the period
     */
    @GetMapping("/{period}")
    View deadlines(@PathVariable String period, @RequestParam(required = false) String policy, Locale locale) {
        Quarter quarter = DeadlineRequest.quarter(period);
        PeriodDeadlines found = policy == null ? deadlines.of(quarter)
                : deadlines.of(quarter, DeadlineRequest.policy(policy));
        return new View(quarter.code(), found.policy(), found.provisional(),
                found.stages().stream().map(stage -> stage(stage, locale)).toList());
    }

    private Stage stage(StageDeadline stage, Locale locale) {
        return new Stage(stage.stage(), stage.nominal(), stage.day(), stage.due(), stage.provisional(),
                stage.manual().map(Manual::of).orElse(null), stage.steps().stream()
                .map(step -> new Step(step.kind(), step.day(), texts.of(step.text(), locale))).toList());
    }
}
