package org.zhibao.notice.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.notice.Inbox;

/** A person's messages. */
@Controller
class InboxPages {

    private static final int SIZE = 30;

    private final Inbox inbox;

    InboxPages(Inbox inbox) {
        this.inbox = inbox;
    }

    /** @param before the id where the page before ended */
    @GetMapping("/inbox")
    String inbox(@RequestParam(defaultValue = "false") boolean unread, @RequestParam(required = false) Long before,
                 Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("page", inbox.page(actor, unread, before, SIZE));
        model.addAttribute("unreadOnly", unread);
        model.addAttribute("before", before);
        return "inbox";
    }

    /** Reads one message and goes where its case is. */
    @GetMapping("/inbox/{id}")
    String open(@PathVariable long id, Actor actor) {
        return "redirect:" + inbox.open(id, actor).link();
    }

    @PostMapping("/inbox/read")
    String readAll(Actor actor, RedirectAttributes next) {
        next.addFlashAttribute("read", inbox.readAll(actor));
        return "redirect:/inbox";
    }
}
