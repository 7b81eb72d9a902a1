package org.zhibao.indicator.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhibao.account.Actor;
import org.zhibao.indicator.AddedIndicator;
import org.zhibao.indicator.IndicatorAdministration;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.IndicatorVersion;
import org.zhibao.indicator.Unit;
import org.zhibao.indicator.ValueType;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Refusal.FieldError;
import org.zhibao.registry.Region;
import org.zhibao.registry.Registry;
import org.zhibao.registry.SourceKind;
import org.zhibao.web.RefusalTexts;

/** The added indicators: the list, and one indicator with its fields, its look in the form and its history. */
@Controller
@RequestMapping("/admin/indicators")
class IndicatorPages {

    private static final List<ValueType> TYPES =
            List.of(ValueType.NUMBER, ValueType.TEXT, ValueType.CODE, ValueType.MONTH);
    private static final int PERIODS_AHEAD = 6;

    private final IndicatorAdministration administration;
    private final IndicatorLists lists;
    private final IndicatorCatalogue shipped;
    private final Registry registry;

    IndicatorPages(IndicatorAdministration administration, IndicatorLists lists, IndicatorCatalogue shipped,
                   Registry registry) {
        this.administration = administration;
        this.lists = lists;
        this.shipped = shipped;
        this.registry = registry;
    }

    @GetMapping
    String list(@ModelAttribute("query") IndicatorLists.Query query, Actor actor, Model model) {
        List<IndicatorLine> lines = lists.lines(query, actor);
        model.addAttribute("actor", actor);
        model.addAttribute("lines", lines);
        model.addAttribute("total", administration.indicators(actor).size());
        model.addAttribute("open", lists.open());
        model.addAttribute("sections", shipped.sections());
        model.addAttribute("shipped", shipped.indicators().size());
        model.addAttribute("areas", areas(actor));
        model.addAttribute("states", IndicatorLine.State.values());
        model.addAttribute("mayAdd", administration.mayAdd(actor));
        return "indicators";
    }

    @GetMapping("/new")
    String blank(Actor actor, Model model) {
        return page(IndicatorFields.of(administration.freeCode(actor), 0, AddedIndicator.BLANK,
                administration.earliest()), List.of(), actor, model);
    }

    @GetMapping("/{code}")
    String one(@PathVariable String code, Actor actor, Model model) {
        IndicatorVersion latest = administration.history(code, actor).get(0);
        return page(IndicatorFields.of(latest, later(latest.effectiveFrom(), administration.earliest())), List.of(),
                actor, model);
    }

    /** @param preview whether the indicator is only to be looked at */
    @PostMapping
    String save(@ModelAttribute("fields") IndicatorFields fields, @RequestParam(defaultValue = "false") boolean preview,
                Actor actor, Model model, RedirectAttributes next, HttpServletResponse response) {
        try {
            List<FieldError> errors = fields.problems(administration, actor);
            if (!errors.isEmpty()) {
                throw Refusal.fields(errors);
            }
            if (!preview) {
                administration.save(fields.change(), actor);
                next.addFlashAttribute("done", "indicator.saved");
                return "redirect:/admin/indicators/" + fields.code();
            }
        } catch (Refusal refused) {
            return refused(refused, fields, actor, model, response);
        }
        model.addAttribute("previewed", true);
        return page(fields, List.of(), actor, model);
    }

    @PostMapping("/{code}/retirement")
    String retire(@PathVariable String code, @RequestParam(defaultValue = "") String effectiveFrom,
                  @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "0") int baseVersion,
                  Actor actor, Model model, RedirectAttributes next, HttpServletResponse response) {
        try {
            administration.retire(code, IndicatorFields.quarter(effectiveFrom).orElse(null), reason, baseVersion, actor);
            next.addFlashAttribute("done", "indicator.now-retired");
            return "redirect:/admin/indicators/" + code;
        } catch (Refusal refused) {
            RefusalTexts.show(refused, model, response);
            IndicatorVersion latest = administration.history(code, actor).get(0);
            model.addAttribute("retiring", true);
            model.addAttribute("retireReason", reason);
            return page(IndicatorFields.of(latest, later(latest.effectiveFrom(), administration.earliest())), List.of(),
                    actor, model);
        }
    }

    private String refused(Refusal refused, IndicatorFields fields, Actor actor, Model model,
                           HttpServletResponse response) {
        if (!administration.mayAdd(actor) || refused.kind() == Refusal.Kind.NOT_FOUND) {
            throw refused;
        }
        response.setStatus(RefusalTexts.status(refused.kind()).value());
        if (refused.fields().isEmpty()) {
            model.addAttribute("refused", refused);
        }
        return page(fields, refused.fields(), actor, model);
    }

    private String page(IndicatorFields fields, List<FieldError> errors, Actor actor, Model model) {
        boolean fresh = "0".equals(fields.baseVersion());
        List<IndicatorVersion> history = fresh ? List.of() : administration.history(fields.code(), actor);
        Map<String, Refusal.Text> byField = new LinkedHashMap<>();
        errors.forEach(e -> byField.putIfAbsent(e.field(), e.text()));
        Quarter earliest = administration.earliest();
        model.addAttribute("actor", actor);
        model.addAttribute("fields", fields);
        model.addAttribute("errors", byField);
        model.addAttribute("fresh", fresh);
        model.addAttribute("history", IndicatorChanges.of(history));
        model.addAttribute("line", fresh ? null : IndicatorLine.of(history, lists.open()));
        model.addAttribute("open", lists.open());
        model.addAttribute("mayEdit", fresh ? administration.mayAdd(actor) : administration.mayEdit(fields.code(), actor));
        model.addAttribute("area", fresh ? areaName(actor.area()) : areaName(history.get(0).area()));
        model.addAttribute("look", fields.definition().type() == null ? null
                : fields.definition().indicator(fields.code(), Set.of()));
        model.addAttribute("choices", shipped.dictionaries().stream()
                .filter(d -> d.id().equals(fields.dictionary())).flatMap(d -> d.entries().stream()).toList());
        model.addAttribute("sections", shipped.sections());
        model.addAttribute("types", TYPES);
        model.addAttribute("units", Unit.ALL);
        model.addAttribute("dictionaries", shipped.dictionaries());
        model.addAttribute("kinds", SourceKind.values());
        model.addAttribute("periods", Stream.iterate(earliest, Quarter::next).limit(PERIODS_AHEAD).toList());
        return "indicator";
    }

    private List<Region> areas(Actor actor) {
        Stream<Region> province = Stream.of(registry.region("430000"));
        return Stream.concat(province, registry.cities().stream()
                .filter(c -> actor.area().equals("430000") || c.code().equals(actor.area()))).toList();
    }

    private String areaName(String area) {
        return registry.region(area).name();
    }

    private static Quarter later(Quarter one, Quarter other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
