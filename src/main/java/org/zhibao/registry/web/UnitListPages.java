package org.zhibao.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import org.zhibao.web.RefusalTexts;

/** The list of units, on pages and as a file. */
@Controller
class UnitListPages {

    private static final int PAGE_SIZE = 50;

    private final UnitSearch search;
    private final RegistryAreas areas;
    private final UnitCsv csv;
    private final RefusalTexts texts;

    UnitListPages(UnitSearch search, RegistryAreas areas, UnitCsv csv, RefusalTexts texts) {
        this.search = search;
        this.areas = areas;
        this.csv = csv;
        this.texts = texts;
    }

    /** @param active {@code on}, {@code off}, or anything else for both */
    @GetMapping("/registry")
    String list(@RequestParam(required = false) String text, @RequestParam(required = false) String area,
                @RequestParam(required = false) String level, @RequestParam(required = false) String kind,
                @RequestParam(required = false) String active, @RequestParam(required = false) String group,
                @RequestParam(required = false) String after, Actor actor, Model model) {
        UnitQuery query = query(text, area, level, kind, active, group, after);
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

    /** The whole list under the same filters as a file. */
    @GetMapping("/registry.csv")
    void export(@RequestParam(required = false) String text, @RequestParam(required = false) String area,
                @RequestParam(required = false) String level, @RequestParam(required = false) String kind,
                @RequestParam(required = false) String active, @RequestParam(required = false) String group, Actor actor,
                Locale locale, HttpServletResponse response) throws IOException {
        UnitQuery query = query(text, area, level, kind, active, group, null);
        // what cannot be read is refused before the file begins
        search.page(query.part(null, 1), actor);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename(texts.of("registry.title", locale) + ".csv", StandardCharsets.UTF_8).build().toString());
        csv.write(query, actor, locale, response.getWriter());
    }

    private static UnitQuery query(String text, String area, String level, String kind, String active, String group,
                                   String after) {
        return new UnitQuery(Answers.blankToNull(text), Answers.blankToNull(area),
                Answers.one(ControlLevel.class, level), Answers.one(SourceKind.class, kind),
                "on".equals(active) ? Boolean.TRUE : "off".equals(active) ? Boolean.FALSE : null,
                Answers.blankToNull(group), Answers.blankToNull(after), PAGE_SIZE);
    }
}
