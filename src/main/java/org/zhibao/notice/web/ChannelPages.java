package org.zhibao.notice.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.notice.Channel;
import org.zhibao.notice.ChannelAdministration;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/** How mail and text messages are doing, for administrators. */
@Controller
@RequestMapping("/admin/channels")
class ChannelPages {

    private final ChannelAdministration channels;

    ChannelPages(ChannelAdministration channels) {
        this.channels = channels;
    }

    @GetMapping
    String channels(Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("channels", channels.states(actor));
        model.addAttribute("mostAttempts", ChannelAdministration.MOST_ATTEMPTS);
        return "channels";
    }

    @PostMapping("/{channel}/retry")
    String retry(@PathVariable Channel channel, Actor actor, RedirectAttributes next) {
        next.addFlashAttribute("retried", channels.retry(channel, actor));
        return "redirect:/admin/channels";
    }

    @PostMapping("/{channel}/test")
    String test(@PathVariable Channel channel, @RequestParam(defaultValue = "") String to, Actor actor, Model model,
                HttpServletResponse response, RedirectAttributes next) {
        try {
            channels.test(channel, to, actor);
            next.addFlashAttribute("tested", true);
            return "redirect:/admin/channels";
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.FORBIDDEN) {
                throw refused;
            }
            response.setStatus(RefusalTexts.status(refused.kind()).value());
            model.addAttribute("refused", refused);
            model.addAttribute("to", to);
            return channels(actor, model);
        }
    }
}
