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
import org.zhibao.account.Role;
import org.zhibao.filing.FilingOpening;
import org.zhibao.period.PeriodState;
import org.zhibao.period.Periods;
import org.zhibao.period.Quarter;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.refusal.Refusal;

/** Reporting periods through the API: everyone reads them, administrators plan and open them. */
@RestController
@RequestMapping("/api/v1/periods")
class PeriodApi {

    /** A period with its three deadlines and how far its opening has come. */
    record View(String code, PeriodState state, LocalDate start, LocalDate end, Instant enterpriseDue, Instant cityDue,
                Instant provinceDue, int expected, int opened) {

        static View of(ReportingPeriod p) {
            return new View(p.code(), p.state(), p.quarter().start(), p.quarter().end(), p.enterpriseDue(),
                    p.cityDue(), p.provinceDue(), p.expectedCount(), p.openedCount());
        }
    }

    /** The plan of a period: a quarter such as {@code 2026Q4} and three deadline days, each inclusive. */
    record Plan(String code, LocalDate enterpriseDue, LocalDate cityDue, LocalDate provinceDue) {
    }

    private final Periods periods;
    private final FilingOpening opening;

    PeriodApi(Periods periods, FilingOpening opening) {
        this.periods = periods;
        this.opening = opening;
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
        requireAdministrator(actor);
        requireDay("enterpriseDue", plan.enterpriseDue());
        requireDay("cityDue", plan.cityDue());
        requireDay("provinceDue", plan.provinceDue());
        return View.of(periods.plan(quarter(plan.code()), plan.enterpriseDue(), plan.cityDue(), plan.provinceDue()));
    }

    @PostMapping("/{code}/opening")
    @ResponseStatus(HttpStatus.ACCEPTED)
    View open(@PathVariable String code, Actor actor) {
        requireAdministrator(actor);
        opening.open(code);
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

    private static void requireAdministrator(Actor actor) {
        if (actor.role() != Role.ADMIN) {
            throw Refusal.forbidden("period.administrators-only");
        }
    }
}
