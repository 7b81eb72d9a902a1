package org.zhibao.trail.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditPage;
import org.zhibao.audit.AuditQuery;
import org.zhibao.audit.AuditSearch;
import org.zhibao.period.Periods;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/** The trail for the audit administrator, and for nobody else: searched, row by row, and as CSV. */
@Controller
class AuditPages {

    private static final AuditPage NOTHING = new AuditPage(List.of(), 0, false, null);

    private final AuditSearch search;
    private final AuditCsv csv;
    private final Periods periods;

    AuditPages(AuditSearch search, AuditCsv csv, Periods periods) {
        this.search = search;
        this.csv = csv;
        this.periods = periods;
    }

    @GetMapping("/audit")
    String list(AuditFilter filter, Actor actor, Model model, HttpServletResponse response) {
        requireAuditor(actor);
        model.addAttribute("actor", actor);
        model.addAttribute("filter", filter);
        model.addAttribute("actions", TrailTexts.ACTIONS);
        model.addAttribute("periods", periods.all().stream().map(ReportingPeriod::code).toList());
        try {
            model.addAttribute("page", search.page(filter.query(actor)));
        } catch (Refusal refused) {
            response.setStatus(RefusalTexts.status(refused.kind()).value());
            model.addAttribute("refused", refused);
            model.addAttribute("page", NOTHING);
        }
        return "audit";
    }

    @GetMapping("/audit/{id}")
    String row(@PathVariable long id, Actor actor, Model model) {
        requireAuditor(actor);
        model.addAttribute("actor", actor);
        model.addAttribute("row", search.row(id, actor.area()).orElseThrow(
                () -> Refusal.notFound("trail.unknown", String.valueOf(id))));
        return "audit-row";
    }

    /** That it was exported is put into the trail like every download. */
    @GetMapping("/audit.csv")
    void export(AuditFilter filter, Actor actor, Locale locale, HttpServletResponse response) throws IOException {
        requireAuditor(actor);
        AuditQuery query = filter.query(actor);
        csv.requireFits(query);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename("audit-trail.csv").build().toString());
        csv.write(query, locale, response.getWriter());
    }

    static void requireAuditor(Actor actor) {
        if (actor.role() != Role.AUDITOR) {
            throw Refusal.forbidden("trail.auditors-only");
        }
    }
}
