package org.zhibao.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** Who is let in, and how the API says no to who is not. */
@ApplicationTest
class SignInIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private HttpApi api;

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/filings", "/api/v1/periods", "/api/v1/filings/1/draft", "/api/v1/nothing",
        "/v3/api-docs"})
    void anonymousProgramsGetProblemDetailsInTheirLanguage(String path) {
        Answer answer = api.nobody().get(path);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        assertThat(answer.detail()).startsWith("尚未登录");
        assertThat(api.nobody().inEnglish().get(path).detail()).startsWith("You are not signed in");
    }

    @Test
    void aBrowserIsNotAskedForBasicCredentials() {
        Answer answer = api.nobody().with("Sec-Fetch-Mode", "cors").get("/api/v1/filings");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void anonymousPeopleAreSentToTheSignInPage() {
        for (String page : List.of("/", "/filings/1", "/forms/fill-in/1", "/receipts", "/actuator/metrics")) {
            Answer answer = api.nobody().get(page);
            assertThat(answer.status()).as(page).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
        }
        assertThat(api.nobody().get("/actuator/health").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"province, wrong", "nobody, Zhibao@2026", "province, ''", "' province', Zhibao@2026",
        "pro_ince, Zhibao@2026", "PROVINCE, Zhibao@2026", "province' or '1'='1, Zhibao@2026"})
    void aWrongNameOrPasswordIsRefused(String user, String password) {
        assertThat(api.as(user, password).get("/api/v1/periods").status()).isEqualTo(401);
    }

    @Test
    void absurdCredentialsAreRefusedLikeWrongOnes() {
        assertThat(api.as("pro\u0000vince").get("/api/v1/periods").status()).isEqualTo(401);
        assertThat(api.as("x".repeat(4_000)).get("/api/v1/periods").status()).isEqualTo(401);
        assertThat(api.as("province", "x".repeat(4_000)).get("/api/v1/periods").status()).isEqualTo(401);
        assertThat(api.as("省").get("/api/v1/periods").status()).isEqualTo(401);
        assertThat(api.nobody().with("Authorization", "Basic !!!").get("/api/v1/periods").status()).isEqualTo(401);
    }

    @Test
    void aSessionNeedsItsTokenToChangeAnythingAndAProgramDoesNot() {
        FilingSummary filing = scenario.freshFiling();
        String draft = "/api/v1/filings/" + filing.id() + "/draft";
        HttpApi.Caller browser = api.browser(filing.orgCode());
        assertThat(browser.get(draft).status()).isEqualTo(200);
        Answer forged = browser.inEnglish().put(draft, Map.of("version", 0));
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.detail()).isEqualTo("This page is out of date; reload it and try again.");
        assertThat(browser.with("X-CSRF-TOKEN", "made-up").put(draft, Map.of("version", 0)).status()).isEqualTo(403);
        assertThat(browser.with("Authorization", "Bearer x").put(draft, Map.of("version", 0)).status()).isEqualTo(403);
        assertThat(browser.withToken().put(draft, Map.of("version", 0)).status()).isEqualTo(200);
        assertThat(api.as(filing.orgCode()).put(draft, Map.of("version", 1)).status()).isEqualTo(200);
    }

    @Test
    void aProgramsCallLeavesNoSessionThatAForeignPageCouldUse() {
        assertThat(api.as("province").get("/api/v1/periods").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void basicCredentialsDoNotLendTheirRightsToTheSession() {
        HttpApi.Caller browser = api.browser(scenario.freshFiling().orgCode());
        assertThat(browser.post("/api/v1/periods", Map.of("code", "2030Q1")).status()).isEqualTo(403);
        assertThat(browser.with("Authorization", "Basic bm9ib2R5OngK").post("/api/v1/receipts/verify", "{}").status())
                .as("wrong Basic credentials beside a good session").isEqualTo(401);
    }
}
