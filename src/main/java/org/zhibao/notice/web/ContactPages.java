package org.zhibao.notice.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.notice.Contact;
import org.zhibao.notice.Contacts;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/** Where a person wants to be reached, for it to say itself. */
@Controller
class ContactPages {

    private final Contacts contacts;

    ContactPages(Contacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping("/contacts")
    String contacts(Actor actor, Model model) {
        return page(contacts.of(actor), actor, model);
    }

    @PostMapping("/contacts")
    String change(@RequestParam(defaultValue = "") String email, @RequestParam(defaultValue = "") String mobile,
                  Actor actor, Model model, HttpServletResponse response, RedirectAttributes next) {
        try {
            contacts.change(new Contact(email, mobile), actor);
            next.addFlashAttribute("saved", true);
            return "redirect:/contacts";
        } catch (Refusal refused) {
            response.setStatus(RefusalTexts.status(refused.kind()).value());
            model.addAttribute("refused", refused);
            return page(new Contact(email, mobile), actor, model);
        }
    }

    private static String page(Contact contact, Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("contact", contact);
        return "contacts";
    }
}
