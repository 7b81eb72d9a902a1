package org.zhibao.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;

/** What is kept of a submission, and what its receipt proves. */
@ApplicationTest
class CopyOfRecordIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HttpApi api;

    @Test
    void theReceiptsHashIsThatOfTheRecordsBytes() throws Exception {
        FilingSummary filing = scenario.freshFiling();
        JsonNode receipt = submit(filing, scenario.report(filing));
        Answer record = record(filing, 1);

        assertThat(receipt.path("receipt").asText()).isEqualTo(filing.period() + "-" + filing.orgCode() + "-01");
        assertThat(sha256(record.bytes())).isEqualTo(receipt.path("sha256").asText());
        assertThat(record.headers().firstValue("Content-Disposition").orElse(""))
                .contains(receipt.path("receipt").asText() + ".json");
        assertThat(record.json().path("receivedAt").asText()).isEqualTo(receipt.path("receivedAt").asText());
        assertThat(record.json().path("submittedBy").asText()).isEqualTo(filing.orgCode());
        assertThat(record.json().at("/document/values")).isEqualTo(new ObjectMapper()
                .valueToTree(scenario.report(filing).values()));
    }

    @Test
    void theBytesAreCanonical() throws Exception {
        FilingSummary filing = scenario.at(Stage.CITY_REVIEW);
        byte[] bytes = record(filing, 1).bytes();
        ObjectMapper sorting = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        assertThat(sorting.writeValueAsBytes(sorting.readValue(bytes, Map.class))).isEqualTo(bytes);
    }

    @Test
    void eachRevisionNamesTheHashOfTheOneBefore() {
        FilingSummary filing = scenario.at(Stage.RECTIFY);
        byte[] first = record(filing, 1).bytes();
        scenario.submitted(filing);
        JsonNode revisions = api.as(filing.orgCode()).get(path(filing) + "/revisions").json();

        assertThat(revisions).hasSize(2);
        assertThat(revisions.at("/0/previousSha256").isNull()).isTrue();
        assertThat(revisions.at("/1/previousSha256").asText()).isEqualTo(sha256(first));
        assertThat(record(filing, 2).json().path("previousSha256").asText()).isEqualTo(sha256(first));
        assertThat(record(filing, 1).bytes()).as("the first is as it was").isEqualTo(first);
    }

    @Test
    void anyoneSignedInVerifiesAReceiptWithoutSeeingTheReport() {
        FilingSummary filing = scenario.at(Stage.CITY_REVIEW);
        JsonNode receipt = api.as(filing.orgCode()).get(path(filing) + "/revisions").json().get(0);
        String number = receipt.path("receipt").asText();
        String hash = receipt.path("sha256").asText();

        assertThat(verdict(number, hash)).isEqualTo("GENUINE");
        assertThat(verdict(" " + number.toLowerCase() + " ", hash.toUpperCase())).isEqualTo("GENUINE");
        assertThat(verdict(number, hash.replaceFirst("..$", "zz"))).isEqualTo("DIFFERENT_HASH");
        assertThat(verdict(number, "")).isEqualTo("DIFFERENT_HASH");
        assertThat(verdict(number + "9", hash)).isEqualTo("UNKNOWN");
        assertThat(verdict("\u0000", hash)).isEqualTo("UNKNOWN");
        assertThat(verdict("x".repeat(100_000), hash)).isEqualTo("UNKNOWN");
        assertThat(api.as("auditor").post("/api/v1/receipts/verify", "{}").json().path("verdict").asText())
                .isEqualTo("UNKNOWN");
        assertThat(api.nobody().post("/api/v1/receipts/verify", "{}").status()).isEqualTo(401);
    }

    @Test
    void aDamagedRecordIsReportedAsSuch() {
        FilingSummary filing = scenario.at(Stage.CITY_REVIEW);
        JsonNode receipt = api.as(filing.orgCode()).get(path(filing) + "/revisions").json().get(0);
        database.sql("update filing_revision set content = :other where filing_id = :id")
                .param("other", new byte[] {'{', '}'}).param("id", filing.id()).update();
        assertThat(verdict(receipt.path("receipt").asText(), receipt.path("sha256").asText()))
                .isEqualTo("RECORD_DAMAGED");
    }

    @Test
    void anAcceptedReportsFiguresAreThoseOfItsLastRevision() {
        FilingSummary filing = scenario.at(Stage.ACCEPTED);
        JsonNode values = record(filing, 1).json().at("/document/values");
        List<Map<String, Object>> rows = database.sql("select cell, number_value, text_value from filing_figure "
                + "where filing_id = :id and cell not like '%[%'").param("id", filing.id()).query().listOfRows();
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            String kept = values.path((String) row.get("cell")).asText();
            if (row.get("number_value") == null) {
                assertThat(row.get("text_value")).isEqualTo(kept);
            } else {
                assertThat((java.math.BigDecimal) row.get("number_value")).isEqualByComparingTo(kept);
            }
        });
    }

    @Test
    void aRevisionThatDoesNotExistIsNotFound() {
        FilingSummary filing = scenario.at(Stage.CITY_REVIEW);
        for (String revision : List.of("0", "2", "-1", "99999")) {
            Answer answer = api.as(filing.orgCode()).inEnglish().get(path(filing) + "/revisions/" + revision);
            assertThat(answer.status()).as(revision).isEqualTo(404);
            assertThat(answer.detail()).contains("the report was submitted 1 times");
        }
        assertThat(api.as(filing.orgCode()).get(path(filing) + "/revisions/x").status()).isEqualTo(400);
    }

    private JsonNode submit(FilingSummary filing, ReportDocument report) {
        int version = scenario.save(filing, report);
        return api.as(filing.orgCode()).with("Idempotency-Key", "key").post(path(filing) + "/submission",
                Map.of("version", version)).json();
    }

    private Answer record(FilingSummary filing, int number) {
        return api.as(filing.orgCode()).get(path(filing) + "/revisions/" + number + "/record");
    }

    private String verdict(String receipt, String sha256) {
        Answer answer = api.as("county430102").inEnglish().post("/api/v1/receipts/verify",
                Map.of("receipt", receipt, "sha256", sha256));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("message").asText()).isNotEmpty();
        return answer.json().path("verdict").asText();
    }

    private static String path(FilingSummary filing) {
        return "/api/v1/filings/" + filing.id();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
