package org.zhibao.rule.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.SourceKind;
import org.zhibao.rule.DryRuns;
import org.zhibao.rule.RuleAdministration;
import org.zhibao.rule.RuleText;
import org.zhibao.rule.RuleVersion;
import org.zhibao.rule.Severity;
import org.zhibao.web.RefusalTexts;

/** Where administrators write new rules and new versions, and end rules. */
@Controller
class RuleEditPages {

    private static final int PERIODS_AHEAD = 8;
    private static final RuleText BLANK = new RuleText(List.of(new RuleText.Level(Severity.EXPLAIN, "")), Set.of(),
            List.of(), null, null, List.of(), Map.of(), List.of(), Map.of(), null, List.of(), "", "", "");

    private final RuleAdministration rules;
    private final DryRuns dryRuns;
    private final RefusalTexts texts;

    RuleEditPages(RuleAdministration rules, DryRuns dryRuns, RefusalTexts texts) {
        this.rules = rules;
        this.dryRuns = dryRuns;
        this.texts = texts;
    }

    /** The periods that may be chosen for a change. */
    static List<Quarter> periods(Quarter earliest) {
        return Stream.iterate(earliest, Quarter::next).limit(PERIODS_AHEAD).toList();
    }

    /** @param copy the rule to begin with, if any; a province's rule becomes the city's own beside it */
    @GetMapping("/admin/rules/new")
    String fresh(@RequestParam(required = false) String copy, Actor actor, Model model) {
        rules.requireWriter(actor);
        if (copy == null || copy.isBlank()) {
            return page(RuleForm.of(rules.freeCode(actor), BLANK, rules.earliest().code(), 0), actor, model);
        }
        RuleVersion copied = rules.history(copy, actor).get(0);
        String own = rules.ownCode(copied.code(), actor);
        if (!own.equals(copied.code()) && rules.rules(actor).stream().anyMatch(v -> v.code().equals(own))) {
            return "redirect:/admin/rules/" + own + "/edit";
        }
        model.addAttribute("copied", copied);
        return page(RuleForm.of(own.equals(copied.code()) ? rules.freeCode(actor) : own, copied.text(),
                rules.earliest().code(), 0), actor, model);
    }

    @GetMapping("/admin/rules/{code}/edit")
    String edit(@PathVariable String code, Actor actor, Model model) {
        RuleVersion latest = editable(code, actor);
        Quarter from = latest.effectiveFrom().compareTo(rules.earliest()) > 0 ? latest.effectiveFrom() : rules.earliest();
        return page(RuleForm.of(code, latest.text(), from.code(), latest.version()), actor, model);
    }

    /** Stores the page's rule; what is refused comes back as it was typed, saying what is wrong. */
    @PostMapping("/admin/rules")
    String save(@RequestParam MultiValueMap<String, String> sent, Actor actor, Model model, Locale locale,
                HttpServletResponse response, RedirectAttributes next) {
        rules.requireWriter(actor);
        RuleForm form = RuleForm.read(sent);
        RuleText text = null;
        try {
            text = form.text();
            RuleVersion saved = rules.save(form.code(), text, quarter(form.from()), form.reason(), form.base(), actor);
            next.addFlashAttribute("saved", saved.version());
            return "redirect:/admin/rules/" + saved.code();
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.FORBIDDEN) {
                throw refused;
            }
            response.setStatus(RefusalTexts.status(refused.kind()).value());
            model.addAttribute("refusal", texts.of(refused.text(), locale));
            model.addAttribute("problems", RuleProblem.of(refused.fields(), text, texts, locale));
            return page(meanwhile(form, text, refused, actor, model), actor, model);
        }
    }

    @PostMapping("/admin/rules/{code}/retirement")
    String retire(@PathVariable String code, @RequestParam(defaultValue = "") String from,
                  @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "0") int base, Actor actor,
                  RedirectAttributes next, Locale locale) {
        rules.requireWriter(actor);
        try {
            rules.retire(code, quarter(from), reason, base, actor);
            next.addFlashAttribute("retired", true);
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.FORBIDDEN || refused.kind() == Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            next.addFlashAttribute("refusal", refused.fields().isEmpty() ? texts.of(refused.text(), locale)
                    : String.join(" ", refused.fields().stream().map(f -> texts.of(f.text(), locale)).toList()));
            next.addFlashAttribute("reason", reason);
        }
        return "redirect:/admin/rules/" + code;
    }

    /** Shows what somebody else stored in between; the text typed stays, on the newer version if it is stored again. */
    private RuleForm meanwhile(RuleForm form, RuleText typed, Refusal refused, Actor actor, Model model) {
        if (!refused.properties().containsKey("latestVersion") || form.base() == 0) {
            return form;
        }
        RuleVersion theirs = rules.history(form.code(), actor).get(0);
        RuleVersion mine = new RuleVersion(0, theirs.code(), theirs.version() + 1, theirs.area(), false,
                Quarter.parse(form.from()), typed, actor.userId(), actor.name(), form.reason(), theirs.at(), 0);
        model.addAttribute("theirs", theirs);
        model.addAttribute("compared", RuleParts.compared(theirs, mine).stream().filter(RuleParts.Row::changed).toList());
        return form.on(theirs.version());
    }

    private String page(RuleForm form, Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("form", form);
        model.addAttribute("city", !rules.ownCode("R01", actor).equals("R01"));
        model.addAttribute("besides", form.base() == 0 && form.code().contains("-"));
        model.addAttribute("periods", periods(rules.earliest()));
        model.addAttribute("tryable", dryRuns.periods());
        model.addAttribute("severities", Severity.values());
        model.addAttribute("kinds", SourceKind.values());
        model.asMap().putIfAbsent("problems", List.of());
        return "rule-edit";
    }

    private RuleVersion editable(String code, Actor actor) {
        RuleVersion latest = rules.history(code, actor).get(0);
        if (!rules.mayEdit(code, actor)) {
            rules.requireWriter(actor);
            throw Refusal.forbidden("rule.not-your-area", code, rules.ownCode(code, actor));
        }
        return latest;
    }

    private static Quarter quarter(String code) {
        try {
            return Quarter.parse(code);
        } catch (IllegalArgumentException notAQuarter) {
            throw Refusal.field("effectiveFrom", "rule.bad.period");
        }
    }
}
