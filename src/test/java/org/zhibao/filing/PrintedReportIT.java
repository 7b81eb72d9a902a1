package org.zhibao.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.zhibao.filing.FilingDossier.RevisionSummary;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** The report on paper. */
@ApplicationTest
class PrintedReportIT {

    private static final int DOTS_PER_INCH = 300;

    @Autowired
    private Environment settings;
    @Autowired
    private Scenario scenario;
    @Autowired
    private HttpApi api;
    @Autowired
    private FilingDesk desk;

    @Test
    void aSubmittedReportIsPrintedWithItsFiguresSignatoriesAndReceipt() throws IOException {
        FilingSummary filing = scenario.submitted(scenario.freshFiling());
        RevisionSummary receipt = receipt(filing);
        String figure = scenario.report(filing).values().get("A25");

        try (PDDocument printed = pdf(api.browser(filing.orgCode()).get(path(filing)))) {
            String text = new PDFTextStripper().getText(printed);
            assertThat(text).contains("国控污染源环境统计季报表", filing.unitName(), filing.orgCode(), "直报季1表",
                    "单位负责人：负责人", "填表人：填表人", receipt.receipt(), receipt.sha256(), shown(figure));
            assertThat(text).contains("1 / " + printed.getNumberOfPages()).doesNotContain("草稿");
            for (PDPage page : printed.getPages()) {
                for (var font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).as("font %s", font).isTrue();
                }
            }
        }
    }

    @Test
    void theCodeOnItLeadsToTheVerificationOfItsReceipt() throws Exception {
        FilingSummary filing = scenario.submitted(scenario.freshFiling());
        RevisionSummary receipt = receipt(filing);
        try (PDDocument printed = pdf(api.browser(filing.orgCode()).get(path(filing)))) {
            String address = qrOnLastPage(printed);
            assertThat(address).as("by the settings, whatever the request says of its host")
                    .startsWith(settings.getProperty("zhibao.base-url") + "/receipts?").contains(receipt.receipt());
            Answer page = api.browser("auditor").get(address.substring(address.indexOf("/receipts")));
            assertThat(page.text()).contains("value=\"" + receipt.receipt() + "\"",
                    "value=\"" + receipt.sha256() + "\"");
        }
    }

    @Test
    void anEarlierRevisionIsPrintedAsItWasReceived() throws IOException {
        FilingSummary filing = scenario.freshIndustrialFiling();
        scenario.submitted(filing);
        String first = scenario.report(filing).values().get("A25");
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
        scenario.submit(filing, scenario.reportWith(filing, Map.of("A25", "2099.5")));

        HttpApi.Caller city = api.browser(scenario.city(filing).userId());
        try (PDDocument one = pdf(city.get(path(filing))); PDDocument two = pdf(city.get(
                "/filings/" + filing.id() + "/revisions/2/report.pdf"))) {
            assertThat(new PDFTextStripper().getText(one)).contains(shown(first)).doesNotContain("2,099.5");
            assertThat(new PDFTextStripper().getText(two)).contains("2,099.5");
        }
    }

    @Test
    void textCopiedFromItIsTheTextThatWasWritten() throws IOException {
        FilingSummary filing = scenario.freshFiling();
        // letters that fonts like to join, as they also stand side by side in a SHA-256
        scenario.save(filing, scenario.reportWith(filing, Map.of("A04", "Staff Office fly ffi ffl 689ff206")));
        try (PDDocument printed = pdf(api.browser(filing.orgCode()).get("/filings/" + filing.id() + "/draft.pdf"))) {
            assertThat(new PDFTextStripper().getText(printed)).contains("Staff Office fly ffi ffl 689ff206");
        }
    }

    @Test
    void aDraftIsMarkedAndOnlyItsUnitPrintsIt() throws IOException {
        FilingSummary filing = scenario.freshFiling();
        scenario.save(filing, scenario.report(filing));
        String draft = "/filings/" + filing.id() + "/draft.pdf";
        try (PDDocument printed = pdf(api.browser(filing.orgCode()).inEnglish().get(draft))) {
            assertThat(new PDFTextStripper().getText(printed)).contains("Draft, not submitted", filing.unitName());
        }
        assertThat(api.browser(scenario.city(filing).userId()).get(draft).status()).isEqualTo(404);
        scenario.submit(filing, scenario.report(filing));
        assertThat(api.browser(filing.orgCode()).get(draft).status()).isEqualTo(404);
    }

    @Test
    void whoMayNotSeeTheReportDoesNotGetItOnPaper() {
        FilingSummary filing = scenario.submitted(scenario.freshFilingIn("430100"));
        assertThat(api.browser("city430200").get(path(filing)).status()).isEqualTo(403);
        assertThat(api.as("city430200").get("/api/v1" + path(filing)).status()).isEqualTo(403);
        assertThat(api.as("city430100").get("/api/v1" + path(filing)).status()).isEqualTo(200);
        assertThat(api.browser("city430100").get("/filings/" + filing.id() + "/revisions/9/report.pdf").status())
                .isEqualTo(404);
    }

    private RevisionSummary receipt(FilingSummary filing) {
        return desk.revisions(filing.id(), scenario.unit(filing)).get(0);
    }

    private static String path(FilingSummary filing) {
        return "/filings/" + filing.id() + "/revisions/1/report.pdf";
    }

    private static String shown(String number) {
        return new java.text.DecimalFormat("#,##0.0").format(new java.math.BigDecimal(number));
    }

    private static PDDocument pdf(Answer answer) throws IOException {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        return Loader.loadPDF(answer.bytes());
    }

    private static String qrOnLastPage(PDDocument printed) throws IOException, NotFoundException {
        BufferedImage page = new PDFRenderer(printed).renderImageWithDPI(printed.getNumberOfPages() - 1, DOTS_PER_INCH);
        int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        LuminanceSource light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots);
        return new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(light)),
                Map.of(DecodeHintType.TRY_HARDER, true))[0].getText();
    }
}
