package org.zhibao.oversight.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.period.PeriodCourse;
import org.zhibao.period.PeriodState;
import org.zhibao.period.PeriodTask;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.refusal.Refusal;
import org.zhibao.submission.AreaActions;

/** Reporting periods through the API: everyone reads them, administrators plan, confirm and close them. */
@RestController
@RequestMapping("/api/v1/periods")
class PeriodApi {

    /**
     * A period with its dates and how far it has come.
     *
     * @param expected units of the roster; 0 before it opens
     * @param opened   filings started so far
     * @param task     what the process waits for somebody to do; null if for nobody
     * @param taskDue  until when; null likewise
     */
    record View(String code, PeriodState state, LocalDate start, LocalDate end, LocalDate opensOn,
                Instant enterpriseDue, Instant cityDue, Instant provinceDue, Instant closesAt, Instant reportDue,
                Instant archiveDue, int expected, int opened, PeriodTask task, Instant taskDue, boolean taskOverdue) {

        static View of(ReportingPeriod p) {
            return new View(p.code(), p.state(), p.quarter().start(), p.quarter().end(), p.opensOn(),
                    p.enterpriseDue(), p.cityDue(), p.provinceDue(), p.closesAt(), p.reportDue(), p.archiveDue(),
                    p.expectedCount(), p.openedCount(), p.task(), p.taskDue(), p.taskOverdue());
        }
    }

    /**
     * The plan of a period: a quarter such as {@code 2026Q4} and three deadline days, each inclusive; without any day the
     * days of the deadline rules.
     */
    record Plan(String code, LocalDate enterpriseDue, LocalDate cityDue, LocalDate provinceDue) {

        boolean byRules() {
            return enterpriseDue == null && cityDue == null && provinceDue == null;
        }
    }

    /** Whether to open at once rather than on the period's first day. */
    record Confirmation(boolean atOnce) {
    }

    /** Why the period is closed before its closing day. */
    record Closing(String reason) {
    }

    private final Periods periods;
    private final PeriodCourse course;
    private final AreaActions areas;

    PeriodApi(Periods periods, PeriodCourse course, AreaActions areas) {
        this.periods = periods;
        this.course = course;
        this.areas = areas;
    }

    @GetMapping
    List<View> all() {
        return periods.all().stream().map(View::of).toList();
    }

    @GetMapping("/{code}")
    View one(@PathVariable String code) {
        return View.of(periods.require(code));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View plan(@RequestBody Plan plan, Actor actor) {
        if (!actor.administersPlatform()) {
            throw Refusal.forbidden("period.administrators-only");
        }
        Quarter quarter = quarter(plan.code());
        if (plan.byRules()) {
            return View.of(course.plan(quarter, actor));
        }
        requireDay("enterpriseDue", plan.enterpriseDue());
        requireDay("cityDue", plan.cityDue());
        requireDay("provinceDue", plan.provinceDue());
        return View.of(course.plan(quarter, plan.enterpriseDue(), plan.cityDue(), plan.provinceDue(), actor));
    }

    /** Confirms roster and dates; the filings are started in the background. */
    @PostMapping("/{code}/confirmation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    View confirm(@PathVariable String code, @RequestBody Confirmation confirmation, Actor actor) {
        course.confirm(code, confirmation.atOnce(), actor);
        return one(code);
    }

    /** Confirms roster and dates, and opens at once. */
    @PostMapping("/{code}/opening")
    @ResponseStatus(HttpStatus.ACCEPTED)
    View open(@PathVariable String code, Actor actor) {
        course.confirm(code, true, actor);
        return one(code);
    }

    @PostMapping("/{code}/closing")
    @ResponseStatus(HttpStatus.ACCEPTED)
    View close(@PathVariable String code, @RequestBody Closing closing, Actor actor) {
        course.close(code, closing.reason(), actor);
        return one(code);
    }

    /** The ministry has accepted: everything is archived in the background. */
    @PostMapping("/{code}/archive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    View archive(@PathVariable String code, Actor actor) {
        areas.archive(code, actor);
        return one(code);
    }

    private static Quarter quarter(String code) {
        try {
            return Quarter.parse(code);
        } catch (IllegalArgumentException | NullPointerException notAQuarter) {
            throw Refusal.field("code", "period.not-a-quarter");
        }
    }

    private static void requireDay(String field, LocalDate day) {
        if (day == null) {
            throw Refusal.field(field, "period.day-missing");
        }
    }
}
