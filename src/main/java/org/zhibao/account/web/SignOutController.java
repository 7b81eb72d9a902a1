package org.zhibao.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the engine's webapps send a person who signs out there: the one session ends for all. */
@Controller
class SignOutController {

    private final SecurityContextLogoutHandler handler = new SecurityContextLogoutHandler();
    private final ApplicationEventPublisher events;

    SignOutController(ApplicationEventPublisher events) {
        this.events = events;
    }

    @GetMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        handler.logout(request, response, authentication);
        events.publishEvent(new LogoutSuccessEvent(authentication));
        return "redirect:/login?logout";
    }
}
