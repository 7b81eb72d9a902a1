package org.zhibao.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.account.Passwords;
import org.zhibao.account.SignedIn;
import org.zhibao.refusal.Refusal;

/** The page on which a person changes the own password. */
@Controller
class PasswordPages {

    private final Passwords passwords;
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    PasswordPages(Passwords passwords) {
        this.passwords = passwords;
    }

    @GetMapping(StandingFilter.CHANGE)
    String form(Actor actor, Model model) {
        return show(actor, model);
    }

    @PostMapping(StandingFilter.CHANGE)
    String change(@RequestParam(defaultValue = "") String current, @RequestParam(defaultValue = "") String wanted,
                  @RequestParam(defaultValue = "") String again, Actor actor, Model model, RedirectAttributes next,
                  HttpServletRequest request, HttpServletResponse response) {
        try {
            passwords.change(actor, current, wanted, again);
        } catch (Refusal refused) {
            response.setStatus(422);
            model.addAttribute("refused", refused);
            return show(actor, model);
        }
        stay(actor, request, response);
        next.addFlashAttribute("changed", true);
        return "redirect:" + StandingFilter.CHANGE;
    }

    /** This session goes on with the new password; all others of the account end. */
    private void stay(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(actor, passwords.standing(actor.userId()).passwordSetAt()), null, before.getAuthorities()));
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        sessions.saveContext(context, request, response);
    }

    private String show(Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("standing", passwords.standing(actor.userId()));
        return "password";
    }
}
