package org.zhibao.account.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.account.OwnSessions;

/** The page on which a person sees where its account is signed in, and ends what should not be. */
@Controller
class SessionPages {

    private static final String PAGE = "/account/sessions";

    private final OwnSessions sessions;

    SessionPages(OwnSessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping(PAGE)
    String list(Actor actor, HttpServletRequest request, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("sessions", sessions.of(actor));
        model.addAttribute("here", SharedSessions.handle(request.getSession(false)));
        return "sessions";
    }

    /** Ends one session, or, without {@code session}, all but this one. */
    @PostMapping(PAGE + "/end")
    String end(@RequestParam(required = false) String session, Actor actor, HttpServletRequest request,
               RedirectAttributes next) {
        String here = SharedSessions.handle(request.getSession(false));
        next.addFlashAttribute("ended", session == null || session.isBlank() ? sessions.endOthers(here, actor)
                : sessions.end(session, here, actor));
        return "redirect:" + PAGE;
    }
}
