package org.zhibao.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.audit.AuditEntry;
import org.zhibao.audit.AuditTrail;
import org.zhibao.audit.Sha256;
import org.zhibao.filing.FilingActions;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.CaseStory;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** The evidence of a case: complete, checkable by anybody, the same each time, and never taken unnoticed. */
@ApplicationTest
class EvidenceIT {

    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;
    @Autowired
    private FilingActions actions;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private JdbcClient database;

    @Test
    void everyFileHasTheHashThatTheManifestAndTheSumsSay() throws IOException {
        FilingSummary filing = new CaseStory(scenario, actions).told();
        Map<String, byte[]> files = unpacked(download(filing).bytes());
        assertThat(files).containsKeys("case.json", "case.pdf", "manifest.json", "SHA256SUMS", "revisions/1/record.json",
                "revisions/2/record.json", "revisions/3/record.json", "revisions/3/report.pdf");
        JsonNode manifest = new ObjectMapper().readTree(files.get("manifest.json"));
        assertThat(manifest.path("files")).hasSize(files.size() - 2);
        for (JsonNode file : manifest.path("files")) {
            byte[] content = files.get(file.path("path").asText());
            assertThat(Sha256.of(content)).isEqualTo(file.path("sha256").asText());
            assertThat(content).hasSize(file.path("bytes").asInt());
        }
        List<String> sums = text(files, "SHA256SUMS").lines().toList();
        assertThat(sums).hasSize(files.size() - 1).allSatisfy(line ->
                assertThat(Sha256.of(files.get(line.substring(66)))).isEqualTo(line.substring(0, 64)));
    }

    @Test
    void theCopiesOfRecordAreThoseOfTheReceiptsAndAChain() throws IOException {
        FilingSummary filing = new CaseStory(scenario, actions).told();
        Map<String, byte[]> files = unpacked(download(filing).bytes());
        JsonNode receipts = new ObjectMapper().readTree(files.get("case.json")).path("receipts");
        assertThat(receipts).hasSize(3);
        String before = "null";
        for (JsonNode receipt : receipts) {
            byte[] record = files.get("revisions/" + receipt.path("number").asInt() + "/record.json");
            assertThat(Sha256.of(record)).isEqualTo(receipt.path("sha256").asText());
            assertThat(new ObjectMapper().readTree(record).path("previousSha256").asText()).isEqualTo(before);
            before = receipt.path("sha256").asText();
        }
    }

    @Test
    void theCaseOnPaperAndAsJsonSaysWhatHappenedAndWhy() throws IOException {
        FilingSummary filing = new CaseStory(scenario, actions).told();
        Map<String, byte[]> files = unpacked(download(filing).bytes());
        assertThat(text(files, "case.json")).contains(CaseStory.CITY_ASKS, CaseStory.PROVINCE_ASKS, "UserTask_Rectify");
        try (PDDocument paper = Loader.loadPDF(files.get("case.pdf"))) {
            String said = new PDFTextStripper().getText(paper).replaceAll("\\s", "");
            assertThat(said).contains(filing.unitName().replaceAll("\\s", ""), CaseStory.CITY_ASKS, CaseStory.PROVINCE_ASKS,
                    "第3次上报", "A24工业总产值", "限期整改");
        }
        assertThat(files.keySet()).anyMatch(path -> path.matches("processes/filing-v\\d+\\.bpmn"));
    }

    @Test
    void theEvidenceOfAFinishedCaseIsTheSameEachTimeAndEachTimeIsAuditedWithItsHash() {
        FilingSummary filing = new CaseStory(scenario, actions).told();
        byte[] first = download(filing).bytes();
        assertThat(Sha256.of(download(filing).bytes())).isEqualTo(Sha256.of(first));
        List<AuditEntry> taken = audit.of("evidence/" + filing.period() + "/" + filing.orgCode());
        assertThat(taken).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("EVIDENCE");
            assertThat(entry.userId()).isEqualTo("auditor");
            assertThat(entry.detail()).contains(Sha256.of(first));
        });
    }

    @Test
    void whoOnlyReadsOrWantedToReadChangesNothingAboutTheEvidence() throws IOException {
        FilingSummary filing = new CaseStory(scenario, actions).told();
        byte[] before = download(filing).bytes();
        assertThat(api.browser(filing.orgCode()).get("/filings/" + filing.id() + "/revisions/1/report.pdf").status())
                .isEqualTo(200);
        String stranger = filing.cityCode().equals("430100") ? "city430200" : "city430100";
        assertThat(api.browser(stranger).get("/api/v1/filings/" + filing.id()).status()).isEqualTo(403);
        String subject = "filing/" + filing.period() + "/" + filing.orgCode();
        assertThat(trail(subject)).as("both are in the trail").contains("DOWNLOAD", "REFUSED");
        assertThat(Sha256.of(download(filing).bytes())).isEqualTo(Sha256.of(before));

        assertThat(api.browser(stranger).withToken().post("/api/v1/filings/" + filing.id() + "/claim", "{}").status())
                .isEqualTo(403);
        Map<String, byte[]> after = unpacked(download(filing).bytes());
        assertThat(text(after, "case.json")).as("whoever wanted to act belongs to the case")
                .contains("POST /api/v1/filings/" + filing.id() + "/claim").doesNotContain("DOWNLOAD");
    }

    /** The same rows in the other order, and nothing but their ids and texts tells them apart. */
    @Test
    void theOrderInWhichTheDatabaseGivesTheEnginesHistoryDoesNotMatter() {
        FilingSummary filing = new CaseStory(scenario, actions).told();
        String instance = database.sql("select process_instance_id from filing where id = :id").param("id", filing.id())
                .query(String.class).single();
        Map<String, String> times = Map.of("act_hi_taskinst", "start_time_ = :at, end_time_ = :at",
                "act_hi_actinst", "start_time_ = :at, end_time_ = :at, sequence_counter_ = 1",
                "act_hi_job_log", "timestamp_ = :at, sequence_counter_ = 1", "act_hi_op_log", "timestamp_ = :at");
        Timestamp at = Timestamp.valueOf("2026-01-05 09:00:00");
        times.forEach((table, columns) -> database.sql("update " + table + " set " + columns + " where "
                + instanceOf(table) + " = :instance").param("at", at).param("instance", instance).update());
        byte[] before = download(filing).bytes();
        for (String table : times.keySet()) {
            String those = " where " + instanceOf(table) + " = '" + instance + "'";
            String copy = "reversed_" + table;
            database.sql("create table " + copy + " as select * from " + table + those).update();
            assertThat(database.sql("delete from " + table + those).update()).as(table).isGreaterThan(1);
            database.sql("insert into " + table + " select * from " + copy + " order by id_ desc").update();
            database.sql("drop table " + copy).update();
        }
        assertThat(Sha256.of(download(filing).bytes())).isEqualTo(Sha256.of(before));
    }

    @Test
    void whoDoesNotAuditGetsNoneAndNothingIsNoted() {
        FilingSummary filing = scenario.submitted(scenario.freshFiling());
        assertThat(api.browser("province").get(path(filing)).status()).isEqualTo(403);
        assertThat(api.browser(filing.orgCode()).get(path(filing)).status()).isEqualTo(403);
        assertThat(audit.of("evidence/" + filing.period() + "/" + filing.orgCode())).isEmpty();
    }

    private Answer download(FilingSummary filing) {
        Answer answer = api.browser("auditor").get(path(filing));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static String instanceOf(String table) {
        return table.equals("act_hi_job_log") ? "process_instance_id_" : "proc_inst_id_";
    }

    private List<String> trail(String subject) {
        return database.sql("select action from audit_entry where subject = :subject").param("subject", subject)
                .query(String.class).list();
    }

    private static String path(FilingSummary filing) {
        return "/api/v1/audit/cases/" + filing.id() + "/evidence.zip";
    }

    private static String text(Map<String, byte[]> files, String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
