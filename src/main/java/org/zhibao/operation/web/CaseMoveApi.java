package org.zhibao.operation.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
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
import org.zhibao.operation.CaseMove;
import org.zhibao.operation.CaseProcess;
import org.zhibao.operation.MoveOrder;
import org.zhibao.operation.MoveOutcome;
import org.zhibao.operation.RunningCases;
import org.zhibao.operation.StayingCases;

/** Moves of running cases through the API; administrators start them, auditors may look. */
@RestController
@RequestMapping("/api/v1/case-moves")
class CaseMoveApi {

    /** Which cases move where; a dry run needs no reason. */
    record Order(String process, @JsonSetter(contentNulls = Nulls.FAIL) List<Integer> from, int to,
                 @JsonSetter(contentNulls = Nulls.FAIL) Map<String, String> steps, boolean dryRun, String reason) {
    }

    /** How far a dry run or move has come, and what stays for which reason. */
    record View(long id, CaseMove.Kind kind, MoveOrder order, CaseMove.State state, String reason, String byName,
                Instant at, int cases, Map<MoveOutcome, Long> outcomes, List<StayingCases> staying, Instant advancedAt) {

        static View of(RunningCases.Progress p) {
            CaseMove m = p.move();
            return new View(m.id(), m.kind(), m.order(), m.state(), m.reason(), m.byName(), m.at(), m.cases(),
                    p.counts(), p.staying(), m.advancedAt());
        }
    }

    private final RunningCases cases;

    CaseMoveApi(RunningCases cases) {
        this.cases = cases;
    }

    /** Every process with its versions and where its cases stand. */
    @GetMapping
    List<CaseProcess> processes(Actor actor) {
        return cases.processes(actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    View start(@RequestBody Order body, Actor actor) {
        MoveOrder order = new MoveOrder(body.process() == null ? "" : body.process(),
                body.from() == null ? List.of() : body.from(), body.to(), body.steps() == null ? Map.of() : body.steps());
        CaseMove started = body.dryRun() ? cases.check(order, actor) : cases.move(order, body.reason(), actor);
        return progress(started.id(), actor);
    }

    @GetMapping("/{id}")
    View progress(@PathVariable long id, Actor actor) {
        return View.of(cases.progress(id, actor));
    }
}
