package org.zhibao.filing.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingDrafts;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Footprint;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** A report filled in in a workbook, over HTTP, as a clerk's browser does it. */
@ApplicationTest
class WorkbookPagesIT {

    private static final Pattern HIDDEN = Pattern.compile("name=\"(sha256|version)\" value=\"([^\"]+)\"");

    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;
    @Autowired
    private FilingDrafts drafts;
    @Autowired
    private Footprint footprint;

    @Test
    void whatIsWrittenInTheWorkbookBecomesTheDraftOnceItIsTakenOver() throws IOException {
        FilingSummary filing = scenario.freshIndustrialFiling();
        int version = scenario.save(filing, scenario.report(filing));
        HttpApi.Caller clerk = api.browser(filing.orgCode());
        byte[] worked = worked(clerk, filing, "A24", "１，２３４．５");

        Answer uploaded = upload(clerk, filing, worked);
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(302);
        assertThat(value(filing, "A24")).as("nothing is taken over yet").isNotEqualTo("1234.5");
        Answer preview = clerk.get(path(filing));
        assertThat(preview.text()).contains("1,234.5");

        long audited = footprint.auditRows();
        Answer taken = form(clerk, path(filing) + "/draft", hidden(preview));
        assertThat(taken.status()).as(taken.text()).isEqualTo(302);
        assertThat(value(filing, "A24")).isEqualTo("1234.5");
        assertThat(drafts.read(filing.id(), scenario.unit(filing)).version()).isEqualTo(version + 1);
        assertThat(footprint.auditRows() - audited).as("one row for one act").isEqualTo(1);
    }

    @Test
    void aFigureThatIsNoneIsNamedAtItsCellAndMarkedInTheFile() throws IOException {
        FilingSummary filing = scenario.freshIndustrialFiling();
        scenario.save(filing, scenario.report(filing));
        HttpApi.Caller clerk = api.browser(filing.orgCode()).inEnglish();
        assertThat(upload(clerk, filing, worked(clerk, filing, "A24", "about a thousand")).status()).isEqualTo(302);
        assertThat(clerk.get(path(filing)).text()).contains("about a thousand", "A24");
        Answer marked = clerk.get(path(filing) + "/marked.xlsx");
        assertThat(marked.status()).isEqualTo(200);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new java.io.ByteArrayInputStream(marked.bytes()))) {
            assertThat(WorkbookSamples.cell(workbook, "A24").getCellComment()).isNotNull();
        }
    }

    @Test
    void aDraftThatWentOnMeanwhileIsNotOverwritten() throws IOException {
        FilingSummary filing = scenario.freshIndustrialFiling();
        scenario.save(filing, scenario.report(filing));
        HttpApi.Caller clerk = api.browser(filing.orgCode());
        upload(clerk, filing, worked(clerk, filing, "A24", "1234.5"));
        Answer preview = clerk.get(path(filing));
        scenario.save(filing, scenario.reportWith(filing, java.util.Map.of("A25", "2000.5")));
        assertThat(form(clerk, path(filing) + "/draft", hidden(preview)).status()).isEqualTo(409);
        assertThat(value(filing, "A24")).isNotEqualTo("1234.5");
        assertThat(value(filing, "A25")).isEqualTo("2000.5");
    }

    @Test
    void anotherUnitsWorkbookAndWhatIsNoWorkbookAreRefusedInWords() throws IOException {
        FilingSummary filing = scenario.freshFiling();
        FilingSummary other = scenario.freshFiling();
        scenario.save(filing, scenario.report(filing));
        scenario.save(other, scenario.report(other));
        HttpApi.Caller clerk = api.browser(filing.orgCode()).inEnglish();
        byte[] foreign = api.browser(other.orgCode()).get(path(other) + ".xlsx").bytes();
        assertThat(upload(clerk, filing, foreign).status()).isEqualTo(422);
        Answer renamed = upload(clerk, filing, "%PDF-1.7 not a workbook".getBytes(StandardCharsets.UTF_8));
        assertThat(renamed.status()).isEqualTo(422);
        assertThat(renamed.text()).contains("zb-alert--bad").doesNotContain("Exception");
        assertThat(clerk.get(path(other)).status()).isEqualTo(403);
        assertThat(upload(clerk, other, foreign).status()).isEqualTo(403);
        assertThat(clerk.get(path(filing) + "/marked.xlsx").status()).as("nothing was kept").isEqualTo(404);
    }

    @Test
    void theReportComesAndGoesAsCsv() {
        FilingSummary filing = scenario.freshIndustrialFiling();
        scenario.save(filing, scenario.report(filing));
        Answer csv = api.as(filing.orgCode()).get("/api/v1/filings/" + filing.id() + "/report.csv");
        assertThat(csv.status()).as(csv.text()).isEqualTo(200);
        assertThat(csv.text().lines().anyMatch(line -> line.contains("A24,"))).as(csv.text()).isTrue();
        assertThat(api.as("city430100".equals(scenario.city(filing).userId()) ? "city430200" : "city430100")
                .get("/api/v1/filings/" + filing.id() + "/report.csv").status()).isEqualTo(403);
    }

    private byte[] worked(HttpApi.Caller clerk, FilingSummary filing, String code, String typed) {
        Answer workbook = clerk.get(path(filing) + ".xlsx");
        assertThat(workbook.status()).as(workbook.text()).isEqualTo(200);
        return WorkbookSamples.edited(workbook.bytes(), w -> WorkbookSamples.cell(w, code).setCellValue(typed));
    }

    private String value(FilingSummary filing, String code) {
        return drafts.read(filing.id(), scenario.unit(filing)).document().values().get(code);
    }

    private static String path(FilingSummary filing) {
        return "/filings/" + filing.id() + "/workbook";
    }

    private static String hidden(Answer page) {
        StringBuilder body = new StringBuilder();
        Matcher field = HIDDEN.matcher(page.text());
        while (field.find()) {
            body.append(field.group(1)).append('=').append(HttpApi.encoded(field.group(2))).append('&');
        }
        assertThat(body.toString()).contains("sha256=", "version=");
        return body.toString();
    }

    private static Answer form(HttpApi.Caller browser, String path, String body) {
        return browser.withToken().with("Content-Type", "application/x-www-form-urlencoded").post(path, body);
    }

    private static Answer upload(HttpApi.Caller browser, FilingSummary filing, byte[] content) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"report.xlsx\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.withToken().with("Content-Type", "multipart/form-data; boundary=part")
                .postBytes(path(filing), body.toByteArray());
    }
}
