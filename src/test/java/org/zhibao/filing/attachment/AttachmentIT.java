package org.zhibao.filing.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingDrafts;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.ReportDocument;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Footprint;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** Files beside an answer to a return: taken, kept from others, put on record, never changed from then on. */
@ApplicationTest
class AttachmentIT {

    private static final String KEY = "return/1";

    @Autowired
    private Scenario scenario;
    @Autowired
    private HttpApi api;
    @Autowired
    private FilingDrafts drafts;
    @Autowired
    private Footprint footprint;

    private FilingSummary filing;

    @BeforeEach
    void aReturnedReport() {
        filing = scenario.submitted(scenario.freshFiling());
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
    }

    @Test
    void aFileIsOnlyOfTheEnterpriseUntilItIsOnRecordAndThenOfAllWhoSeeTheReport() {
        long before = footprint.auditRows();
        byte[] content = AttachmentSamples.pdf();
        Answer added = upload(filing.orgCode(), KEY, "日报\\六月 生产日报.pdf", content);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.json().path("fileName").asText()).isEqualTo("六月 生产日报.pdf");
        assertThat(footprint.auditRows()).isEqualTo(before + 1);
        long id = added.json().path("id").asLong();
        String address = at("/" + id);
        assertThat(api.as("city" + filing.cityCode()).get(at("")).json()).isEmpty();
        assertThat(api.as("city" + filing.cityCode()).get(address).status()).isEqualTo(404);
        assertThat(api.as(filing.orgCode()).get(address).bytes()).isEqualTo(content);

        submit("六月停产检修十五天，见所附生产日报");
        Answer read = api.as("city" + filing.cityCode()).get(address);
        assertThat(read.bytes()).isEqualTo(content);
        assertThat(read.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(read.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(read.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
        String elsewhere = "city430100";
        assertThat(api.as(elsewhere).get(address).status()).isEqualTo(403);
        assertThat(api.as(elsewhere).get(at("")).status()).isEqualTo(403);
        assertThat(api.as("province").get(at("")).json().at("/0/revision").asInt()).isEqualTo(2);

        JsonNode onRecord = api.as("province").get("/api/v1/filings/" + filing.id() + "/revisions/2/record").json()
                .at("/attachments/0");
        assertThat(onRecord.path("id").asLong()).isEqualTo(id);
        assertThat(onRecord.path("key").asText()).isEqualTo(KEY);
        assertThat(onRecord.path("sha256").asText()).isEqualTo(added.json().path("sha256").asText()).hasSize(64);
    }

    @Test
    void aFileIsRemovedFromTheDraftButNotFromTheRecord() {
        long first = upload(filing.orgCode(), KEY, "a.png", AttachmentSamples.image("png")).json().path("id").asLong();
        assertThat(api.as(filing.orgCode()).delete(at("/" + first)).status()).isEqualTo(204);
        assertThat(api.as(filing.orgCode()).get(at("/" + first)).status()).isEqualTo(404);

        long second = upload(filing.orgCode(), KEY, "b.jpg", AttachmentSamples.image("jpeg")).json().path("id").asLong();
        submit("六月停产检修十五天，见所附现场照片");
        assertThat(api.as(filing.orgCode()).delete(at("/" + second)).status()).as("not at the enterprise").isEqualTo(409);
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
        Answer refused = api.as(filing.orgCode()).inEnglish().delete(at("/" + second));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.detail()).contains("b.jpg").contains("on record");
        assertThat(api.as(filing.orgCode()).get(at("/" + second)).status()).isEqualTo(200);
    }

    @Test
    void theFilesOfAnExplanationThatIsNotFiledAreForgotten() {
        String lapsed = "0123456789abcdef0123456789abcdef";
        long id = upload(filing.orgCode(), lapsed, "a.pdf", AttachmentSamples.pdf()).json().path("id").asLong();
        submit("六月停产检修十五天，产量下降四成");
        assertThat(api.as(filing.orgCode()).get(at("/" + id)).status()).isEqualTo(404);
    }

    @Test
    void filesThatAreNotWhatTheySayOrTooLargeAreRefusedAndLeaveNoTrace() {
        long before = footprint.auditRows();
        byte[] pdf = AttachmentSamples.pdf();
        refused("page.pdf", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8), "Only PDF");
        refused("plan.png", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), "Only PDF");
        refused("setup.pdf", "MZ\u0090\u0000\u0003".getBytes(StandardCharsets.ISO_8859_1), "Only PDF");
        refused("photo.png", pdf, "The file is a PDF");
        refused("report.exe", pdf, "ends with .exe");
        refused("report.docx", AttachmentSamples.textWithMacros(), "macros");
        refused("empty.pdf", new byte[0], "empty");
        byte[] large = Arrays.copyOf(pdf, 5_000_001);
        System.arraycopy(pdf, 0, large, large.length - pdf.length, pdf.length);
        refused("large.pdf", large, "larger than 5 MB");
        assertThat(upload(filing.orgCode(), "../etc", "a.pdf", pdf).errors()).containsKey("key");
        assertThat(upload("city" + filing.cityCode(), KEY, "a.pdf", pdf).status()).isEqualTo(403);
        String other = scenario.freshFiling().orgCode();
        assertThat(upload(other, KEY, "a.pdf", pdf).status()).isEqualTo(403);
        assertThat(footprint.auditRows()).isEqualTo(before);
        assertThat(api.as(filing.orgCode()).get(at("")).json()).isEmpty();
    }

    @Test
    void aReportHasTenFilesAtMostAndTheSameFileOnce() {
        for (int i = 1; i <= Attachments.MOST_FILES; i++) {
            byte[] content = ("%PDF-1.4 " + i + "\n%%EOF").getBytes(StandardCharsets.US_ASCII);
            assertThat(upload(filing.orgCode(), KEY, i + ".pdf", content).status()).isEqualTo(201);
            assertThat(upload(filing.orgCode(), KEY, i + ".pdf", content).status()).isEqualTo(201);
        }
        Answer eleventh = upload(filing.orgCode(), KEY, "11.pdf", AttachmentSamples.pdf());
        assertThat(eleventh.errors().get("file")).contains("at most 10");
        assertThat(api.as(filing.orgCode()).get(at("")).json()).hasSize(Attachments.MOST_FILES);
    }

    private void refused(String name, byte[] content, String why) {
        Answer answer = upload(filing.orgCode(), KEY, name, content);
        assertThat(answer.status()).as(name + " " + answer.text()).isEqualTo(422);
        assertThat(answer.errors().get("file")).as(name).contains(why);
    }

    private Answer upload(String who, String key, String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n" + key + "\r\n--part\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return api.as(who).inEnglish().with("Content-Type", "multipart/form-data; boundary=part")
                .postBytes(at(""), body.toByteArray());
    }

    private void submit(String answer) {
        ReportDocument report = scenario.report(filing);
        int version = drafts.read(filing.id(), scenario.unit(filing)).version();
        int saved = drafts.save(filing.id(), version, new ReportDocument(report.values(), report.rows(),
                Map.of(KEY, answer), report.signatories()), scenario.unit(filing)).version();
        Answer submitted = api.as(filing.orgCode()).with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/filings/" + filing.id() + "/submission", Map.of("version", saved));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(201);
    }

    private String at(String path) {
        return "/api/v1/filings/" + filing.id() + "/attachments" + path;
    }
}
