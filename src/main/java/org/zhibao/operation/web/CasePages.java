package org.zhibao.operation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhibao.account.Actor;
import org.zhibao.clock.ClockTexts;
import org.zhibao.operation.CaseMove;
import org.zhibao.operation.CaseProcess;
import org.zhibao.operation.MoveOrder;
import org.zhibao.operation.MoveOutcome;
import org.zhibao.operation.MovedCase;
import org.zhibao.operation.RunningCases;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/** Running cases (在办案件): where they stand, the plan of a move, its dry run, its progress and log. */
@Controller
@RequestMapping("/admin/cases")
class CasePages {

    private static final int PAGE_SIZE = 50;
    private static final int PAST = 20;
    private static final String EVERY_SECONDS = "3";

    private final RunningCases cases;

    CasePages(RunningCases cases) {
        this.cases = cases;
    }

    @GetMapping
    String processes(Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("processes", cases.processes(actor));
        return "cases";
    }

    /** @param fields {@code from}, as often as there are, {@code to}, and {@code step.X} for each step mapped by hand */
    @GetMapping("/{process}")
    String process(@PathVariable String process, @RequestParam MultiValueMap<String, String> fields, Actor actor,
                   Model model, HttpServletResponse response) {
        return shown(process, fields, actor, model, response);
    }

    /** @param fields as above */
    @PostMapping("/{process}/check")
    String check(@PathVariable String process, @RequestParam MultiValueMap<String, String> fields, Actor actor,
                 Model model, HttpServletResponse response) {
        try {
            return "redirect:/admin/cases/moves/" + cases.check(OrderForm.order(process, fields), actor).id();
        } catch (Refusal refused) {
            RefusalTexts.show(refused, model, response);
            return shown(process, fields, actor, model, response);
        }
    }

    /**
     * @param outcome name of an outcome; anything else shows all
     * @param after   the last case of the page before
     */
    @GetMapping("/moves/{id}")
    String progress(@PathVariable long id, @RequestParam(required = false) String outcome,
                    @RequestParam(defaultValue = "0") long after, Actor actor, Model model,
                    HttpServletResponse response) {
        MoveOutcome wanted = Arrays.stream(MoveOutcome.values()).filter(o -> o.name().equals(outcome)).findFirst()
                .orElse(null);
        RunningCases.Progress progress = cases.progress(id, actor);
        List<MovedCase> log = cases.log(id, wanted, after, PAGE_SIZE + 1, actor);
        boolean more = log.size() > PAGE_SIZE;
        List<MovedCase> rows = more ? log.subList(0, PAGE_SIZE) : log;
        model.addAttribute("actor", actor);
        model.addAttribute("progress", progress);
        model.addAttribute("process", cases.process(progress.move().order().process(), actor));
        model.addAttribute("outcomes", MoveOutcome.values());
        model.addAttribute("outcome", wanted);
        model.addAttribute("log", rows);
        model.addAttribute("total", wanted == null ? progress.move().cases() : progress.count(wanted));
        model.addAttribute("next", more ? rows.get(rows.size() - 1).id() : null);
        model.addAttribute("after", after);
        model.addAttribute("again", OrderForm.address(progress.move().order()));
        model.addAttribute("administrator", actor.administersPlatform());
        model.addAttribute("shortest", ClockTexts.SHORTEST_REASON);
        model.addAttribute("longest", ClockTexts.LONGEST_REASON);
        if (!progress.move().finished()) {
            response.setHeader("Refresh", EVERY_SECONDS);
        }
        return "case-move";
    }

    /** Moves what a dry run has looked at, or tries again what a move has left behind. */
    @PostMapping("/moves/{id}/move")
    String move(@PathVariable long id, @RequestParam(required = false) String reason, Actor actor, Model model,
                HttpServletResponse response) {
        try {
            return "redirect:/admin/cases/moves/" + cases.moveAgain(id, reason, actor).id();
        } catch (Refusal refused) {
            RefusalTexts.show(refused, model, response);
            model.addAttribute("reason", reason);
            return progress(id, null, 0, actor, model, response);
        }
    }

    private String shown(String key, MultiValueMap<String, String> fields, Actor actor, Model model,
                         HttpServletResponse response) {
        CaseProcess process = cases.process(key, actor);
        model.addAttribute("actor", actor);
        model.addAttribute("process", process);
        model.addAttribute("running", cases.running(key, actor).map(CaseMove::id).orElse(null));
        model.addAttribute("past", cases.past(key, PAST, actor));
        model.addAttribute("total", cases.total(key, actor));
        model.addAttribute("administrator", actor.administersPlatform());
        MoveOrder order = OrderForm.order(process, fields);
        model.addAttribute("order", order);
        try {
            model.addAttribute("plan", order.from().isEmpty() ? null : cases.plan(order, actor));
        } catch (Refusal refused) {
            RefusalTexts.show(refused, model, response);
        }
        return "cases-process";
    }
}
