package org.zhibao.account.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.AccountAdministration;
import org.zhibao.account.AccountPage;
import org.zhibao.account.AccountQuery;
import org.zhibao.account.AccountSummary;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.account.Slip;
import org.zhibao.account.StaffAdministration;
import org.zhibao.refusal.Refusal;

/** The pages on which accounts are kept. */
@Controller
@RequestMapping("/admin/accounts")
class AccountPages {

    private static final String BACK = "/admin/accounts";

    private final AccountAdministration administration;
    private final StaffAdministration staff;

    AccountPages(AccountAdministration administration, StaffAdministration staff) {
        this.administration = administration;
        this.staff = staff;
    }

    @GetMapping
    String list(@RequestParam(required = false) String role, @RequestParam(required = false) String area,
                @RequestParam(required = false) String text, @RequestParam(defaultValue = "false") boolean unused,
                @RequestParam(required = false) String after, Actor actor, Model model) {
        AccountQuery query = query(role, area, text, unused, after);
        model.addAttribute("actor", actor);
        model.addAttribute("query", query);
        AccountPage page = administration.page(query, actor);
        model.addAttribute("page", page);
        model.addAttribute("roles", administration.listed(actor));
        model.addAttribute("kept", administration.kept(actor));
        model.addAttribute("changeable",
                staff.changeable(page.accounts().stream().map(AccountSummary::userId).toList(), actor));
        model.addAttribute("helped", administration.helped(actor));
        model.addAttribute("stopped", administration.stopped(actor));
        model.addAttribute("released", administration.released(actor));
        return "accounts";
    }

    /** The slip is shown in the answer itself and nowhere again. */
    @PostMapping("/{userId}/password")
    String reset(@PathVariable String userId, Actor actor, Model model, HttpServletResponse response) {
        return slips(List.of(administration.reset(userId, actor)), BACK, actor, model, response);
    }

    @PostMapping("/issue")
    String issue(@RequestParam(required = false) String area, @RequestParam(required = false) String text, Actor actor,
                 Model model, HttpServletResponse response) {
        return slips(administration.issue(query(null, area, text, true, null), actor), BACK, actor, model, response);
    }

    @PostMapping("/{userId}/state")
    String enable(@PathVariable String userId, @RequestParam boolean enabled,
                  @RequestParam(defaultValue = "") String reason, Actor actor, RedirectAttributes next) {
        return done(next, userId, () -> administration.enable(userId, enabled, reason, actor),
                enabled ? "account.now-enabled" : "account.now-disabled");
    }

    @PostMapping("/{userId}/unlock")
    String unlock(@PathVariable String userId, Actor actor, RedirectAttributes next) {
        return done(next, userId, () -> administration.unlock(userId, actor), "account.now-unlocked");
    }

    private static String done(RedirectAttributes next, String userId, Runnable act, String message) {
        try {
            act.run();
            next.addFlashAttribute("done", message);
        } catch (Refusal refused) {
            IssuePages.refuse(refused, next);
        }
        next.addAttribute("text", userId);
        return "redirect:/admin/accounts";
    }

    static String slips(List<Slip> slips, String back, Actor actor, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("actor", actor);
        model.addAttribute("slips", slips);
        model.addAttribute("back", back);
        return "account-slips";
    }

    private static AccountQuery query(String role, String area, String text, boolean unused, String after) {
        Role wanted = Arrays.stream(Role.values()).filter(r -> r.name().equals(role)).findFirst().orElse(null);
        String where = blankToNull(area);
        if (where != null && !where.matches("\\d{6}")) {
            throw Refusal.field("area", "worklist.area");
        }
        return new AccountQuery(wanted, where, blankToNull(text), unused, blankToNull(after));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
