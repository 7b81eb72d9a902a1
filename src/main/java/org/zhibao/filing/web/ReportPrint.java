package org.zhibao.filing.web;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.zhibao.filing.FilingDossier;
import org.zhibao.filing.FilingDossier.RevisionSummary;
import org.zhibao.web.Presentation;

/**
 * The report on paper: a PDF (A4) with heading, figures, explanations and signature lines; of a submitted revision also
 * its receipt and a QR code that leads to its verification. Chinese fonts are embedded.
 */
@Component
class ReportPrint {

    private static final String FONT_FAMILY = "report";

    private final SpringTemplateEngine templates;
    private final ReportViews views;
    private final Presentation show;
    private final PrintedForm form;
    private final Resource font = new ClassPathResource("print/NotoSerifSC.ttf");

    ReportPrint(SpringTemplateEngine templates, ReportViews views, Presentation show, PrintedForm form) {
        this.templates = templates;
        this.views = views;
        this.show = show;
        this.form = form;
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
        return rendered(templates.process("print/report", context));
    }

    private byte[] rendered(String page) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFont(this::font, FONT_FAMILY);
            // the page needs nothing from elsewhere, whatever is written into the report
            builder.useExternalResourceAccessControl((address, type) -> address.startsWith("data:"),
                    ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withHtmlContent(page, null);
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private InputStream font() {
        try {
            return font.getInputStream();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
