package org.zhibao.suspension.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.period.Periods;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.refusal.Refusal;
import org.zhibao.suspension.CountyList;
import org.zhibao.suspension.Declaration;
import org.zhibao.suspension.Reasons;
import org.zhibao.suspension.SuspensionDesk;
import org.zhibao.suspension.SuspensionKind;
import org.zhibao.suspension.SuspensionState;
import org.zhibao.suspension.Suspensions;
import org.zhibao.web.RefusalTexts;

/** A county's quarterly list of suspended units on one page, with declaring several at once (W30). */
@Controller
class CountyListPages {

    private final CountyList units;
    private final Suspensions suspensions;
    private final SuspensionDesk desk;
    private final Periods periods;

    CountyListPages(CountyList units, Suspensions suspensions, SuspensionDesk desk, Periods periods) {
        this.units = units;
        this.suspensions = suspensions;
        this.desk = desk;
        this.periods = periods;
    }

    /** @param period code of a period; without it the current one */
    @GetMapping("/suspensions/units")
    String list(@RequestParam(required = false) String period, Actor actor, Model model) {
        CountyList.requireCounty(actor);
        List<String> planned = periods.all().stream().map(ReportingPeriod::code).toList();
        String code = period != null ? period : periods.current().map(ReportingPeriod::code)
                .orElseGet(() -> planned.stream().findFirst().orElseThrow(
                        () -> Refusal.conflict("suspension.no-period")));
        return shown(code, Set.of(), Map.of(), actor, model);
    }

    /**
     * @param unit   organisation codes of the ticked units
     * @param fields {@code period}, {@code to}, {@code kind}; {@code why-} and a code: the explanation
     */
    @PostMapping("/suspensions/units")
    String declare(@RequestParam(required = false) List<String> unit, @RequestParam Map<String, String> fields,
                   Actor actor, Model model, RedirectAttributes next, HttpServletResponse response) {
        CountyList.requireCounty(actor);
        List<String> ticked = unit == null ? List.of() : unit;
        String period = fields.getOrDefault("period", "");
        try {
            next.addFlashAttribute("many", suspensions.declareAll(ticked.stream().map(code -> new Declaration(code,
                    period, fields.get("to"), fields.get("kind"), fields.get("why-" + code))).toList(), actor));
            return "redirect:/suspensions/units?period=" + period;
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.UNPROCESSABLE || periods.find(period).isEmpty()) {
                throw refused;
            }
            response.setStatus(RefusalTexts.status(refused.kind()).value());
            model.addAttribute("refused", refused);
            return shown(period, new HashSet<>(ticked), fields, actor, model);
        }
    }

    private String shown(String period, Set<String> ticked, Map<String, String> fields, Actor actor, Model model) {
        List<CountyList.Unit> all = units.of(period, actor);
        model.addAttribute("actor", actor);
        model.addAttribute("period", period);
        model.addAttribute("periods", periods.all().stream().map(ReportingPeriod::code).toList());
        model.addAttribute("ends", desk.quarters(2 * Declaration.MOST_QUARTERS - 1).stream()
                .filter(q -> q.compareTo(period) >= 0).limit(Declaration.MOST_QUARTERS).toList());
        model.addAttribute("units", all);
        model.addAttribute("suspended", count(all, SuspensionState.IN_FORCE) + count(all, SuspensionState.ENDED));
        model.addAttribute("waiting", count(all, SuspensionState.DECLARED));
        model.addAttribute("open", all.stream().anyMatch(CountyList.Unit::mayDeclare));
        model.addAttribute("ticked", ticked);
        model.addAttribute("fields", fields);
        model.addAttribute("kinds", SuspensionKind.values());
        model.addAttribute("shortest", Declaration.SHORTEST);
        model.addAttribute("longest", Reasons.LONGEST);
        return "suspension-units";
    }

    private static long count(List<CountyList.Unit> units, SuspensionState state) {
        return units.stream().filter(u -> u.state() == state).count();
    }
}
