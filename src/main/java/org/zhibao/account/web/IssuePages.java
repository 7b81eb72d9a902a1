package org.zhibao.account.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.AccountIssue;
import org.zhibao.account.AccountIssues;
import org.zhibao.account.Actor;
import org.zhibao.account.SlipDesk;
import org.zhibao.account.StaffAdministration;
import org.zhibao.refusal.Refusal;

/** The page on which a whole roster gets its accounts, and their slips are printed. */
@Controller
@RequestMapping("/admin/accounts/issues")
class IssuePages {

    private final AccountIssues issues;
    private final SlipDesk slips;
    private final StaffAdministration staff;

    IssuePages(AccountIssues issues, SlipDesk slips, StaffAdministration staff) {
        this.issues = issues;
        this.slips = slips;
        this.staff = staff;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("missing", issues.missing(actor));
        List<AccountIssue> latest = issues.latest(actor);
        model.addAttribute("issues", latest);
        model.addAttribute("running", latest.stream().anyMatch(AccountIssue::running));
        model.addAttribute("waiting", slips.waiting(actor));
        model.addAttribute("areas", staff.areas(actor));
        model.addAttribute("most", SlipDesk.MOST);
        return "account-issues";
    }

    @PostMapping
    String start(@RequestParam(required = false) String area, Actor actor, RedirectAttributes next) {
        try {
            issues.start(area, actor);
        } catch (Refusal refused) {
            refuse(refused, next);
        }
        return "redirect:/admin/accounts/issues";
    }

    /** The slips are in the answer itself and nowhere again. */
    @PostMapping("/slips")
    String print(@RequestParam(required = false) String area, Actor actor, Model model, RedirectAttributes next,
                 HttpServletResponse response) {
        try {
            return AccountPages.slips(slips.print(area, actor), "/admin/accounts/issues", actor, model, response);
        } catch (Refusal refused) {
            refuse(refused, next);
            return "redirect:/admin/accounts/issues";
        }
    }

    /** What cannot be done now is said on the page; what the person may not do is refused. */
    static void refuse(Refusal refused, RedirectAttributes next) {
        if (refused.kind() == Refusal.Kind.FORBIDDEN || refused.kind() == Refusal.Kind.NOT_FOUND) {
            throw refused;
        }
        next.addFlashAttribute("refused", refused);
    }
}
