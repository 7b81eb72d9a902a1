package org.zhibao.registry.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhibao.account.Actor;
import org.zhibao.registry.ControlLevel;
import org.zhibao.registry.RegistryRights;
import org.zhibao.registry.SourceKind;
import org.zhibao.registry.UnitQuery;
import org.zhibao.registry.UnitSearch;

/** The list of units. */
@Controller
class UnitListPages {

    private static final int PAGE_SIZE = 50;

    private final UnitSearch search;
    private final RegistryAreas areas;

    UnitListPages(UnitSearch search, RegistryAreas areas) {
        this.search = search;
        this.areas = areas;
    }

    /** @param active {@code on}, {@code off}, or anything else for both */
    @GetMapping("/registry")
    String list(@RequestParam(required = false) String text, @RequestParam(required = false) String area,
                @RequestParam(required = false) String level, @RequestParam(required = false) String kind,
                @RequestParam(required = false) String active, @RequestParam(required = false) String group,
                @RequestParam(required = false) String after, Actor actor, Model model) {
        UnitQuery query = new UnitQuery(Answers.blankToNull(text), Answers.blankToNull(area),
                Answers.one(ControlLevel.class, level), Answers.one(SourceKind.class, kind),
                "on".equals(active) ? Boolean.TRUE : "off".equals(active) ? Boolean.FALSE : null,
                Answers.blankToNull(group), Answers.blankToNull(after), PAGE_SIZE);
        model.addAttribute("actor", actor);
        model.addAttribute("query", query);
        model.addAttribute("active", active);
        model.addAttribute("page", search.page(query, actor));
        model.addAttribute("areas", areas.choices(actor));
        model.addAttribute("levels", ControlLevel.values());
        model.addAttribute("kinds", SourceKind.values());
        model.addAttribute("keeps", RegistryRights.keeps(actor));
        return "registry";
    }
}
