package org.zhibao.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;

/** The API describes itself, and answers in kind also where there is nothing. */
@ApplicationTest
class ApiDescriptionIT {

    @Autowired
    private HttpApi api;

    @Test
    void everyPathIsDescribedForWhoIsSignedIn() {
        JsonNode description = api.as("auditor").get("/v3/api-docs").json();
        List<String> paths = new ArrayList<>();
        description.path("paths").fieldNames().forEachRemaining(paths::add);
        assertThat(paths).contains("/api/v1/filings", "/api/v1/counts", "/api/v1/filings/{id}",
                "/api/v1/filings/{id}/draft", "/api/v1/filings/{id}/check", "/api/v1/filings/{id}/submission",
                "/api/v1/filings/{id}/claim", "/api/v1/filings/{id}/decision", "/api/v1/filings/{id}/withdrawal",
                "/api/v1/filings/{id}/revisions", "/api/v1/filings/{id}/revisions/{number}",
                "/api/v1/filings/{id}/revisions/{number}/record", "/api/v1/receipts/verify", "/api/v1/periods");
        assertThat(paths).allMatch(p -> p.startsWith("/api/v1/"));
    }

    @Test
    void theCallerItselfIsNoParameterOfTheApi() {
        JsonNode submission = api.as("auditor").get("/v3/api-docs").json().path("paths")
                .path("/api/v1/filings/{id}/submission").path("post");
        assertThat(submission.path("parameters").findValuesAsText("name"))
                .containsExactlyInAnyOrder("id", "Idempotency-Key");
    }

    @Test
    void unknownPathsMethodsAndMediaTypesGetProblemDetailsInTheReadersLanguage() {
        HttpApi.Caller caller = api.as("province");
        expect(404, caller.get("/api/v1/nothing"));
        expect(405, caller.delete("/api/v1/filings"));
        expect(415, caller.with("Content-Type", "text/plain").post("/api/v1/receipts/verify", "x"));
        expect(406, caller.with("Accept", "image/png").get("/api/v1/periods"));
    }

    private static void expect(int status, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.detail()).as("in Chinese").matches(".*\\p{IsHan}.*");
    }

    @Test
    void onlyAdministratorsPlanAPeriodAndMistakesNameTheirField() {
        Map<String, Object> plan = Map.of("code", "2031Q1", "enterpriseDue", "2031-04-07", "cityDue", "2031-04-12",
                "provinceDue", "2031-04-17");
        assertThat(api.as("province").post("/api/v1/periods", plan).status()).isEqualTo(403);
        HttpApi.Caller admin = api.as("admin").inEnglish();
        assertThat(admin.post("/api/v1/periods", Map.of("code", "2031Q5")).errors()).isNotEmpty();
        assertThat(admin.post("/api/v1/periods", "{\"code\": \"2031Q1\", \"enterpriseDue\": \"soon\"}").errors())
                .containsOnlyKeys("enterpriseDue");
        assertThat(admin.get("/api/v1/periods/1999Q1").status()).isEqualTo(404);
        assertThat(api.as("province").post("/api/v1/periods/1999Q1/opening", null).status()).isEqualTo(403);
        assertThat(admin.post("/api/v1/periods/1999Q1/opening", null).status()).isEqualTo(404);
    }
}
