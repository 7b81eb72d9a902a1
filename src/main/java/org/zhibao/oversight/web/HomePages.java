package org.zhibao.oversight.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.oversight.WorklistPage;
import org.zhibao.oversight.WorklistQuery;
import org.zhibao.oversight.Worklists;

/** The first page after signing in: an enterprise's own reports, or the worklist of a reviewer's area. */
@Controller
class HomePages {

    private static final int PAGE_SIZE = 50;

    private final FilingDesk desk;
    private final Worklists worklists;
    private final WorklistChoices choices;

    HomePages(FilingDesk desk, Worklists worklists, WorklistChoices choices) {
        this.desk = desk;
        this.worklists = worklists;
        this.choices = choices;
    }

    /**
     * @param period  code of a period; without it the current one
     * @param area    code of a city or county; without it the reader's whole area
     * @param status  name of a status; anything else filters nothing
     * @param overdue whether to show overdue filings only
     * @param text    part of a unit's name, or the beginning of its organisation code
     * @param after   where the page before ended
     */
    @GetMapping("/")
    String home(@RequestParam(required = false) String period, @RequestParam(required = false) String area,
                @RequestParam(required = false) String status, @RequestParam(required = false) boolean overdue,
                @RequestParam(required = false) String text, @RequestParam(required = false) String after, Actor actor,
                Model model) {
        model.addAttribute("actor", actor);
        if (actor.role() == Role.SECURITY) {
            return "redirect:/admin/accounts";
        }
        if (actor.role() == Role.ENTERPRISE) {
            var filings = desk.ofUnit(actor).stream().map(FilingDesk.FilingView::filing).toList();
            model.addAttribute("filings", filings);
            model.addAttribute("reasons", reasonsOfReturn(filings, actor));
            return "home-enterprise";
        }
        var query = new WorklistQuery(blankToNull(period) == null ? choices.defaultPeriod() : period,
                blankToNull(area), known(status), overdue ? Boolean.TRUE : null, blankToNull(text),
                blankToNull(after), PAGE_SIZE);
        WorklistPage page = worklists.page(query, actor);
        var counts = worklists.counts(query.period(), actor);
        model.addAttribute("query", query);
        model.addAttribute("page", page);
        model.addAttribute("counts", counts);
        model.addAttribute("all", counts.stream().mapToLong(c -> c.filings()).sum());
        model.addAttribute("allOverdue", counts.stream().mapToLong(c -> c.overdue()).sum());
        model.addAttribute("periods", choices.periods());
        model.addAttribute("areas", choices.areas(actor));
        model.addAttribute("areaNames", choices.names(actor));
        model.addAttribute("statuses", FilingStatus.values());
        return "home-review";
    }

    /** Why reports came back, by the id of the filing; only of those that wait for the enterprise. */
    private Map<Long, String> reasonsOfReturn(List<FilingSummary> filings, Actor actor) {
        return filings.stream().filter(f -> f.stage() == Stage.RECTIFY)
                .map(f -> desk.dossier(f.id(), actor)).filter(d -> d.returned().isPresent())
                .collect(Collectors.toMap(d -> d.filing().id(), d -> d.returned().get().reason()));
    }

    private static FilingStatus known(String name) {
        return Arrays.stream(FilingStatus.values()).filter(s -> s.name().equals(name)).findFirst().orElse(null);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
