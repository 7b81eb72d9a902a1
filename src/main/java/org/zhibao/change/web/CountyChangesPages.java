package org.zhibao.change.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.change.CountyChanges;
import org.zhibao.period.Periods;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.refusal.Refusal;
import org.zhibao.suspension.Reasons;
import org.zhibao.web.RefusalTexts;

/** A county's quarterly report of changes of key industries on one page; those above see who has reported (W30). */
@Controller
class CountyChangesPages {

    private final CountyChanges changes;
    private final Periods periods;

    CountyChangesPages(CountyChanges changes, Periods periods) {
        this.changes = changes;
        this.periods = periods;
    }

    /** @param period code of a period; without it the current one */
    @GetMapping("/registry-changes/key-industries")
    String page(@RequestParam(required = false) String period, Actor actor, Model model) {
        List<String> planned = periods.all().stream().map(ReportingPeriod::code).toList();
        String code = period != null ? period : periods.current().map(ReportingPeriod::code)
                .orElseGet(() -> planned.stream().findFirst().orElseThrow(
                        () -> Refusal.conflict("suspension.no-period")));
        return shown(code, "", actor, model);
    }

    @PostMapping("/registry-changes/key-industries")
    String report(@RequestParam(defaultValue = "") String period, @RequestParam(required = false) String remark,
                  Actor actor, Model model, RedirectAttributes next, HttpServletResponse response) {
        CountyChanges.requireCounty(actor);
        try {
            changes.report(period, remark, actor);
            next.addFlashAttribute("done", "reported");
            next.addAttribute("period", period);
            return "redirect:/registry-changes/key-industries";
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            response.setStatus(RefusalTexts.status(refused.kind()).value());
            model.addAttribute("refused", refused);
            return shown(period, remark, actor, model);
        }
    }

    private String shown(String period, String remark, Actor actor, Model model) {
        List<CountyChanges.Report> reports = changes.reports(period, actor);
        model.addAttribute("actor", actor);
        model.addAttribute("period", period);
        model.addAttribute("periods", periods.all().stream().map(ReportingPeriod::code).toList());
        model.addAttribute("units", actor.role() == Role.COUNTY ? changes.units(period, actor) : List.of());
        model.addAttribute("list", actor.role() == Role.COUNTY ? changes.list(period, actor) : "");
        model.addAttribute("reports", reports);
        model.addAttribute("reported", reports.stream().filter(r -> r.at() != null).count());
        model.addAttribute("remark", remark);
        model.addAttribute("longest", Reasons.LONGEST);
        return "registry-key-industries";
    }
}
