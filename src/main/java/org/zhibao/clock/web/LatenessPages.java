package org.zhibao.clock.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhibao.account.Actor;
import org.zhibao.clock.EscalationLevel;
import org.zhibao.clock.LatenessQuery;
import org.zhibao.clock.LatenessRows;
import org.zhibao.filing.Stage;
import org.zhibao.period.Periods;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.web.RefusalTexts;

/** The lateness ledger (逾期台账): a list with filters, and the same as CSV. */
@Controller
class LatenessPages {

    private final LatenessRows lateness;
    private final LatenessCsv csv;
    private final Periods periods;
    private final AreaChoices areas;
    private final RefusalTexts texts;

    LatenessPages(LatenessRows lateness, LatenessCsv csv, Periods periods, AreaChoices areas, RefusalTexts texts) {
        this.lateness = lateness;
        this.csv = csv;
        this.periods = periods;
        this.areas = areas;
        this.texts = texts;
    }

    @GetMapping("/lateness")
    String ledger(LatenessFilter filter, Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("filter", filter);
        model.addAttribute("page", lateness.page(filter.query(LatenessQuery.USUAL), actor));
        model.addAttribute("periods", periods.all().stream().map(ReportingPeriod::code).toList());
        model.addAttribute("stages", EnumSet.range(Stage.FILL_IN, Stage.PROVINCE_FEEDBACK));
        model.addAttribute("levels", EscalationLevel.values());
        model.addAttribute("areas", areas.of(actor));
        model.addAttribute("cityAfter", EscalationLevel.CITY_AFTER);
        model.addAttribute("provinceAfter", EscalationLevel.PROVINCE_AFTER);
        return "lateness";
    }

    @GetMapping("/lateness.csv")
    void export(LatenessFilter filter, Actor actor, Locale locale, HttpServletResponse response) throws IOException {
        // what cannot be read is refused before the file begins
        lateness.page(filter.query(1), actor);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename(texts.of("lateness.file", locale) + ".csv", StandardCharsets.UTF_8).build().toString());
        csv.write(filter, actor, locale, response.getWriter());
    }
}
