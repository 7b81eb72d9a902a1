package org.zhibao.oversight.web;

import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingRights;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.web.FilingViews;
import org.zhibao.oversight.StatusCount;
import org.zhibao.oversight.WorklistPage;
import org.zhibao.oversight.WorklistQuery;
import org.zhibao.oversight.Worklists;

/** Lists of filings through the API. */
@RestController
@RequestMapping("/api/v1")
class WorklistApi {

    /** One page; {@code next} is null on the last. */
    record Page(List<FilingViews.View> filings, long total, String next) {
    }

    private final Worklists worklists;
    private final FilingRights rights;
    private final FilingViews views;

    WorklistApi(Worklists worklists, FilingRights rights, FilingViews views) {
        this.worklists = worklists;
        this.rights = rights;
        this.views = views;
    }

    @GetMapping("/filings")
    Page filings(@RequestParam(required = false) String period, @RequestParam(required = false) String area,
                 @RequestParam(required = false) FilingStatus status, @RequestParam(required = false) Boolean overdue,
                 @RequestParam(required = false) String text, @RequestParam(required = false) String after,
                 @RequestParam(defaultValue = "" + WorklistQuery.USUAL) int size, Actor actor, Locale locale) {
        WorklistPage page = worklists.page(new WorklistQuery(period, area, status, overdue, text, after, size), actor);
        return new Page(page.filings().stream().map(f -> views.view(f, rights.actions(actor, f), locale)).toList(),
                page.total(), page.next());
    }

    @GetMapping("/counts")
    List<StatusCount> counts(@RequestParam String period, Actor actor) {
        return worklists.counts(period, actor);
    }
}
