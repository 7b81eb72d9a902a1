package org.zhibao.filing.web;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.zhibao.filing.FilingDossier;
import org.zhibao.filing.FilingDossier.RevisionSummary;
import org.zhibao.web.PdfPages;
import org.zhibao.web.Presentation;

/**
 * The report on paper: a PDF (A4) with heading, figures, explanations and signature lines; of a submitted revision also
 * its receipt and a QR code that leads to its verification. Chinese fonts are embedded.
 */
@Component
class ReportPrint {

    private final SpringTemplateEngine templates;
    private final ReportViews views;
    private final Presentation show;
    private final PrintedForm form;
    private final PdfPages paper;

    ReportPrint(SpringTemplateEngine templates, ReportViews views, Presentation show, PrintedForm form, PdfPages paper) {
        this.templates = templates;
        this.views = views;
        this.show = show;
        this.form = form;
        this.paper = paper;
    }

    /**
     * @param dossier  whose document is printed
     * @param revision its receipt; null for a draft, which is marked as such
     * @param verify   the address at which the receipt is verified; null for a draft
     */
    byte[] pdf(FilingDossier dossier, RevisionSummary revision, String verify, Locale locale) {
        Context context = new Context(locale);
        context.setVariable("dossier", dossier);
        context.setVariable("view", views.of(dossier, locale));
        context.setVariable("revision", revision);
        context.setVariable("show", show);
        context.setVariable("form", form);
        context.setVariable("qr", verify == null ? null : QrCode.dataUri(verify));
        return paper.pdf(templates.process("print/report", context), revision == null ? null : revision.receivedAt());
    }
}
