package org.zhibao.casefile.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.zhibao.casefile.CaseHistory;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.web.RevisionViews;
import org.zhibao.web.Languages;
import org.zhibao.web.PdfPages;
import org.zhibao.web.Presentation;

/** A case on paper: where it stands, the way it took, every revision with what changed, everything that happened. */
@Component
class CasePrint {

    private static final Locale LANGUAGE = Languages.CHINESE;

    private final SpringTemplateEngine templates;
    private final CaseViews views;
    private final Presentation show;
    private final PdfPages paper;

    CasePrint(SpringTemplateEngine templates, CaseViews views, Presentation show, PdfPages paper) {
        this.templates = templates;
        this.views = views;
        this.show = show;
        this.paper = paper;
    }

    /** @param made when the case last changed */
    byte[] pdf(FilingSummary filing, List<CaseHistory.Run> runs, List<RevisionViews.View> revisions,
               List<CaseWords.Entry> entries, Instant made) {
        Context context = new Context(LANGUAGE);
        context.setVariable("filing", views.line(filing, LANGUAGE));
        context.setVariable("runs", runs.stream().map(r -> views.run(r, LANGUAGE)).toList());
        context.setVariable("revisions", revisions);
        context.setVariable("entries", entries);
        context.setVariable("show", show);
        return paper.pdf(templates.process("print/case", context), made);
    }
}
