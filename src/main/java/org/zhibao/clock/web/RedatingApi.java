package org.zhibao.clock.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.clock.CaseOutcome;
import org.zhibao.clock.DueChange;
import org.zhibao.clock.RedatingPlan;
import org.zhibao.clock.Redatings;
import org.zhibao.filing.Stage;
import org.zhibao.refusal.Refusal;

/** Re-datings through the API; administrators start them, auditors may look. */
@RestController
@RequestMapping("/api/v1/redatings")
class RedatingApi {

    /** An open period: whether it needs a re-dating, its days now and by the rules, and the open tasks by stage. */
    record OpenPeriod(String period, boolean needed, boolean running, DueChange.Days before, DueChange.Days after,
                      Map<Stage, RedatingPlan.Count> stages, Map<String, Integer> cities) {

        static OpenPeriod of(Redatings.OpenPeriod open) {
            RedatingPlan plan = open.plan();
            return plan == null ? new OpenPeriod(open.period().code(), false, open.running(), null, null, null, null)
                    : new OpenPeriod(plan.period(), plan.needed(), open.running(), plan.before(), plan.after(),
                            plan.stages(), plan.cities());
        }
    }

    /** The period, the three days as previewed, and the reason. */
    record Confirmation(String period, LocalDate enterprise, LocalDate city, LocalDate province, String reason) {
    }

    /** How far a re-dating has come. */
    record View(long id, String period, DueChange.State state, DueChange.Days before, DueChange.Days after,
                String reason, String byName, Instant at, int cases, Map<CaseOutcome, Long> outcomes,
                Instant advancedAt) {

        static View of(Redatings.Progress p) {
            DueChange c = p.change();
            return new View(c.id(), c.period(), c.state(), c.before(), c.after(), c.reason(), c.byName(), c.at(),
                    c.cases(), p.counts(), c.advancedAt());
        }
    }

    private final Redatings redatings;

    RedatingApi(Redatings redatings) {
        this.redatings = redatings;
    }

    @GetMapping
    List<OpenPeriod> open(Actor actor) {
        return redatings.openPeriods(actor).stream().map(OpenPeriod::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    View start(@RequestBody Confirmation body, Actor actor) {
        if (body.enterprise() == null || body.city() == null || body.province() == null) {
            throw Refusal.field("days", "clock.redating.days");
        }
        DueChange change = redatings.start(body.period(), new DueChange.Days(body.enterprise(), body.city(),
                body.province()), body.reason(), actor);
        return progress(change.id(), actor);
    }

    @GetMapping("/{id}")
    View progress(@PathVariable long id, Actor actor) {
        return View.of(redatings.progress(id, actor));
    }
}
