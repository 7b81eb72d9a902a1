package org.zhibao.web;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Pages on paper: XHTML made into PDF (A4 as its style says), with the Chinese font {@code report} embedded. */
@Component
public class PdfPages {

    private static final String FONT_FAMILY = "report";

    private final Resource font = new ClassPathResource("print/NotoSerifSC.ttf");

    /**
     * The page as a PDF.
     *
     * @param made when what it shows came about: with it, the same page gives the same bytes; null for the present
     */
    public byte[] pdf(String page, Instant made) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFont(this::font, FONT_FAMILY);
            // the page needs nothing from elsewhere, whatever is written into the report
            builder.useExternalResourceAccessControl((address, type) -> address.startsWith("data:"),
                    ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withHtmlContent(page, null);
            builder.toStream(out);
            builder.run();
            return made == null ? out.toByteArray() : dated(out.toByteArray(), made);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] dated(byte[] pdf, Instant made) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setCreationDate(
                    GregorianCalendar.from(ZonedDateTime.ofInstant(made, Presentation.ZONE)));
            // else half of the id stays that of the first writing
            document.getDocument().getTrailer().removeItem(COSName.ID);
            document.setDocumentId(made.toEpochMilli());
            document.save(out);
            return out.toByteArray();
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
