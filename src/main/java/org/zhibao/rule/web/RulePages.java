package org.zhibao.rule.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.period.Quarter;
import org.zhibao.rule.RuleAdministration;
import org.zhibao.rule.RuleLooks;
import org.zhibao.rule.RuleVersion;
import org.zhibao.rule.Severity;

/** The rules and what they have been, for all who work with them. */
@Controller
class RulePages {

    /** The letters of the form's sections. */
    private static final List<String> SECTIONS = List.of("A", "B", "C", "D", "E");

    private final RuleAdministration rules;
    private final RuleLooks looks;

    RulePages(RuleAdministration rules, RuleLooks looks) {
        this.rules = rules;
        this.looks = looks;
    }

    @GetMapping("/admin/rules")
    String list(@RequestParam(required = false) String severity, @RequestParam(required = false) String about,
                @RequestParam(required = false) String area, @RequestParam(required = false) String state,
                @RequestParam(required = false) String text, Actor actor, Model model) {
        RuleFilter filter = new RuleFilter(severity, about, area, state, text);
        Quarter now = rules.earliest();
        List<RuleVersion> all = rules.rules(actor);
        Set<String> areas = new TreeSet<>(all.stream().map(RuleVersion::area).toList());
        model.addAttribute("actor", actor);
        model.addAttribute("filter", filter);
        model.addAttribute("now", now);
        model.addAttribute("total", all.size());
        model.addAttribute("rules", all.stream().filter(v -> filter.matches(v, looks.concerns(v), now)).toList());
        model.addAttribute("areas", areas);
        model.addAttribute("severities", Severity.values());
        model.addAttribute("sections", SECTIONS);
        model.addAttribute("administrator", actor.role() == Role.ADMIN);
        return "rules";
    }

    /**
     * @param left  the older version to compare; without it the one before {@code right}
     * @param right the newer one; without it the latest
     */
    @GetMapping("/admin/rules/{code}")
    String one(@PathVariable String code, @RequestParam(required = false) Integer left,
               @RequestParam(required = false) Integer right, Actor actor, Model model) {
        List<RuleVersion> history = rules.history(code, actor);
        RuleVersion latest = history.get(0);
        RuleVersion newer = find(history, right, latest);
        RuleVersion older = find(history, left, history.stream().filter(v -> v.version() < newer.version()).findFirst()
                .orElse(latest));
        model.addAttribute("actor", actor);
        model.addAttribute("rule", latest);
        model.addAttribute("history", history);
        model.addAttribute("now", rules.earliest());
        model.addAttribute("state", RuleFilter.state(latest, rules.earliest()));
        model.addAttribute("left", older);
        model.addAttribute("right", newer);
        model.addAttribute("compared", older == newer ? List.of() : RuleParts.compared(older, newer));
        model.addAttribute("comparing", left != null || right != null);
        own(latest, actor, model);
        return "rule";
    }

    /** What the reader may do with it: edit it, or set a rule of its own beside it. */
    private void own(RuleVersion latest, Actor actor, Model model) {
        boolean administrator = actor.role() == Role.ADMIN;
        String own = rules.ownCode(latest.code(), actor);
        boolean editable = rules.mayEdit(latest.code(), actor);
        model.addAttribute("administrator", administrator);
        model.addAttribute("editable", editable);
        model.addAttribute("own", administrator && !editable ? own : null);
        model.addAttribute("ownExists", rules.rules(actor).stream().anyMatch(v -> v.code().equals(own)));
        model.addAttribute("periods", RuleEditPages.periods(rules.earliest()));
    }

    private static RuleVersion find(List<RuleVersion> history, Integer version, RuleVersion otherwise) {
        return history.stream().filter(v -> version != null && v.version() == version).findFirst().orElse(otherwise);
    }
}
