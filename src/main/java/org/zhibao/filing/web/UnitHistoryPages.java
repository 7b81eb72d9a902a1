package org.zhibao.filing.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.filing.UnitHistory;

/** A unit's history: which units it came from, what became of it, and all reports along the way. */
@Controller
class UnitHistoryPages {

    private final UnitHistory history;

    UnitHistoryPages(UnitHistory history) {
        this.history = history;
    }

    @GetMapping("/lineage/units/{orgCode}")
    String page(@PathVariable String orgCode, Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("history", history.of(orgCode, actor));
        model.addAttribute("keeper", actor.role() == Role.CITY || actor.role() == Role.ADMIN);
        return "lineage-unit";
    }

    /** The same through the API. */
    @GetMapping("/api/v1/lineage/units/{orgCode}")
    @ResponseBody
    UnitHistory.History json(@PathVariable String orgCode, Actor actor) {
        return history.of(orgCode, actor);
    }
}
