package org.zhibao.account.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.AccountRelease;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.account.StaffAccount;
import org.zhibao.account.StaffAdministration;
import org.zhibao.refusal.Refusal;

/** The pages on which accounts of people are made, changed and released. */
@Controller
@RequestMapping("/admin/accounts")
class StaffPages {

    private static final int REFUSED = 422;

    private final StaffAdministration staff;
    private final AccountRelease release;

    StaffPages(StaffAdministration staff, AccountRelease release) {
        this.staff = staff;
        this.release = release;
    }

    @GetMapping("/new")
    String fresh(Actor actor, Model model) {
        return form(Map.of(), false, actor, model);
    }

    @GetMapping("/{userId}/edit")
    String edit(@PathVariable String userId, Actor actor, Model model) {
        Actor now = staff.staff(userId, actor);
        return form(Map.of("userId", now.userId(), "name", now.name(), "role", now.role().name(), "area", now.area(),
                "groupCode", now.groupCode() == null ? "" : now.groupCode()), true, actor, model);
    }

    /** @param fields {@code userId}, {@code name}, {@code role}, {@code area}, {@code groupCode} */
    @PostMapping
    String create(@RequestParam Map<String, String> fields, Actor actor, Model model, HttpServletResponse response) {
        staff.roles(actor);
        try {
            return AccountPages.slips(List.of(staff.create(wanted(fields.get("userId"), fields), actor)),
                    "/admin/accounts", actor, model, response);
        } catch (Refusal refused) {
            return again(refused, fields, false, actor, model, response);
        }
    }

    /** @param fields as for a new one; {@code userId} stands in the address */
    @PostMapping("/{userId}/profile")
    String change(@PathVariable String userId, @RequestParam Map<String, String> fields, Actor actor, Model model,
                  RedirectAttributes next, HttpServletResponse response) {
        staff.staff(userId, actor);
        try {
            staff.change(wanted(userId, fields), actor);
        } catch (Refusal refused) {
            Map<String, String> given = new HashMap<>(fields);
            given.put("userId", userId);
            return again(refused, given, true, actor, model, response);
        }
        next.addFlashAttribute("done", "account.now-changed");
        next.addAttribute("text", userId);
        return "redirect:/admin/accounts";
    }

    @PostMapping("/{userId}/release")
    String release(@PathVariable String userId, @RequestParam boolean accepted, Actor actor, RedirectAttributes next) {
        try {
            release.decide(userId, accepted, actor);
            next.addFlashAttribute("done", accepted ? "account.now-released" : "account.now-refused");
        } catch (Refusal refused) {
            IssuePages.refuse(refused, next);
        }
        return "redirect:/admin/accounts";
    }

    private static StaffAccount wanted(String userId, Map<String, String> fields) {
        Role role = Arrays.stream(Role.values()).filter(r -> r.name().equals(fields.get("role"))).findFirst().orElse(null);
        return new StaffAccount(userId, fields.get("name"), role, fields.get("area"), fields.get("groupCode"));
    }

    private String again(Refusal refused, Map<String, String> fields, boolean exists, Actor actor, Model model,
                         HttpServletResponse response) {
        if (refused.kind() == Refusal.Kind.FORBIDDEN || refused.kind() == Refusal.Kind.NOT_FOUND) {
            throw refused;
        }
        response.setStatus(REFUSED);
        model.addAttribute("refused", refused);
        return form(fields, exists, actor, model);
    }

    private String form(Map<String, String> fields, boolean exists, Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("fields", fields);
        model.addAttribute("exists", exists);
        model.addAttribute("roles", staff.roles(actor));
        model.addAttribute("areas", staff.areas(actor));
        return "account-staff";
    }
}
