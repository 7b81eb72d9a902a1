package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.audit.AuditEntry;
import org.zhibao.audit.AuditTrail;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Footprint;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** The gate before the engine's own web API: Tasklist works, and nothing else does. */
@ApplicationTest
class WebappGateIT {

    private static final String CODE = "''.getClass().forName('java.lang.Runtime')";
    private static final List<String> ROLES = List.of("183810013", "county430102", "city430100", "province", "admin",
            "auditor", "security", "support", "group01");

    private static final Map<String, HttpApi.Caller> BROWSERS = new ConcurrentHashMap<>();

    @Autowired
    private Scenario scenario;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private Footprint footprint;
    @Autowired
    private HttpApi api;

    private String rest;
    private String filter;

    @BeforeEach
    void addresses() {
        rest = "/camunda/api/engine/engine/" + engine.getName();
        filter = rest + "/filter/" + engine.getFilterService().createFilterQuery().list().get(0).getId();
    }

    @Test
    void anEnterpriseFindsOpensAndReadsItsOwnTask() {
        FilingSummary filing = scenario.freshFiling();
        HttpApi.Caller unit = tasklist(filing.orgCode());
        assertThat(unit.get(rest + "/filter?resourceType=Task&maxResults=20").json()).hasSize(1);
        Answer list = unit.post(filter + "/list?firstResult=0&maxResults=15",
                Map.of("sorting", List.of(Map.of("sortBy", "dueDate", "sortOrder", "asc"))));
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        assertThat(list.json().findValuesAsText("assignee")).isNotEmpty().containsOnly(filing.orgCode());
        assertThat(unit.get(rest + "/task/" + filing.taskId()).json().path("description").asText())
                .contains(filing.unitName());
        assertThat(unit.get(rest + "/task/" + filing.taskId() + "/form").json().path("key").asText())
                .isEqualTo("embedded:/forms/fill-in/" + filing.id());
        assertThat(unit.get("/forms/fill-in/" + filing.id()).status()).isEqualTo(200);
    }

    @Test
    void nobodyReadsATaskOutsideItsArea() {
        FilingSummary filing = scenario.at(Stage.CITY_REVIEW);
        String neighbour = filing.cityCode().equals("430300") ? "city430400" : "city430300";
        for (String other : List.of(scenario.freshFiling().orgCode(), neighbour, "county430102")) {
            HttpApi.Caller caller = tasklist(other);
            for (String path : List.of("", "/form", "/comment", "/identity-links")) {
                Answer answer = caller.get(rest + "/task/" + filing.taskId() + path);
                assertThat(answer.status()).as(other + path + " " + answer.text()).isBetween(400, 499);
                assertThat(answer.text()).doesNotContain(filing.unitName());
            }
            assertThat(caller.post(filter + "/list", "{}").text()).doesNotContain(filing.taskId());
        }
        assertThat(tasklist("city" + filing.cityCode()).get(rest + "/task/" + filing.taskId()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /task", "POST /task", "GET /process-instance", "POST /process-instance",
        "GET /execution", "GET /variable-instance", "GET /history/variable-instance", "GET /history/process-instance",
        "POST /process-definition/key/filing/start", "POST /message", "POST /deployment/create", "GET /deployment",
        "POST /filter/create", "GET /user", "GET /user/count", "POST /user/create", "GET /group", "GET /authorization",
        "POST /authorization/create", "GET /job", "GET /incident", "POST /task/create", "GET /identity/groups",
        "DELETE /process-instance/x", "PUT /task/x", "GET /metrics", "GET /decision-definition", "POST /signal",
        "GET /history/task", "GET /version", "POST /external-task/fetchAndLock"})
    void callsOfTheEngineThatTasklistDoesNotNeedAreRefused(String call) {
        String[] parts = call.split(" ");
        for (String user : List.of("183810013", "county430102", "city430100", "province", "security", "support",
                "group01")) {
            HttpApi.Caller caller = tasklist(user).inEnglish();
            Answer answer = switch (parts[0]) {
                case "GET" -> caller.get(rest + parts[1]);
                case "DELETE" -> caller.delete(rest + parts[1]);
                case "PUT" -> caller.put(rest + parts[1], "{}");
                default -> caller.post(rest + parts[1], "{}");
            };
            assertThat(answer.status()).as(user + " " + answer.text()).isEqualTo(403);
            assertThat(answer.json().path("message").asText()).startsWith("Your role cannot use this function");
        }
    }

    @Test
    void rolesWithoutTasksHaveNoTaskCalls() {
        assertThat(tasklist("county430102").get(rest + "/filter").status()).isEqualTo(403);
        assertThat(tasklist("183810013").get(rest + "/user/province/profile").status()).isBetween(400, 499);
    }

    static Stream<String> payloads() {
        return Stream.of(
                "{\"assigneeExpression\": \"${" + CODE + "}\"}",
                "{\"assigneeExpression\": \"#{" + CODE + "}\"}",
                "{\"orQueries\": [{\"assigneeExpression\": \"${" + CODE + "}\"}]}",
                "{\"orQueries\": [{\"orQueries\": [{\"candidateGroupsExpression\": \"${" + CODE + "}\"}]}]}",
                "{\"orQueries\": [{\"assigneeExpression\": \"\\u0024{" + CODE + "}\"}]}",
                "{\"orQueries\": [{\"\\u0061ssigneeExpression\": \"\\u0023\\u007b" + CODE + "}\"}]}",
                "{\"dueAfterExpression\": \"no braces\"}",
                "{\"sorting\": [{\"sortBy\": \"dueDate\", \"sortOrder\": \"asc\", \"parameters\": {\"x\": \"${1}\"}}]}",
                "{\"taskVariables\": [{\"name\": \"x\", \"operator\": \"eq\", \"value\": \"\\u0024{1}\"}]}",
                "[{\"assigneeExpression\": \"${1}\"}]",
                "{\"a\": 1} {\"assigneeExpression\": \"${1}\"}",
                "{\"assigneeExpression\": \"${1}\"");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void noQueryCarriesAnExpressionWhoeverSendsIt(String payload) {
        for (String user : ROLES) {
            HttpApi.Caller caller = tasklist(user);
            for (String path : List.of(filter + "/list", filter + "/count", rest + "/task", rest + "/task/count",
                    rest + "/filter/create")) {
                assertRefused(user + " " + path, caller.post(path, payload));
                assertRefused(user + " " + path + " in UTF-16",
                        caller.postBytes(path, payload.getBytes(StandardCharsets.UTF_16)));
                assertRefused(user + " " + path + " in UTF-32",
                        caller.postBytes(path, payload.getBytes(Charset.forName("UTF-32BE"))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"assigneeExpression=%24%7B1%7D", "assigneeExpression=x", "assignee%45xpression=x",
        "candidateGroupExpression=%23%7B1%7D", "nameLike=%24%7B1%7D"})
    void noParameterCarriesAnExpressionEither(String query) {
        for (String user : ROLES) {
            Answer answer = tasklist(user).get(rest + "/task?" + query);
            assertThat(answer.status()).as(user + " " + answer.text()).isBetween(400, 499);
        }
    }

    private static void assertRefused(String call, Answer answer) {
        assertThat(answer.status()).as(call + " " + answer.text()).isEqualTo(403);
        assertThat(answer.json().path("type").asText()).isEqualTo("Refused");
    }

    @Test
    void aBareCompletionIsRefusedAndChangesNothing() {
        FilingSummary filing = scenario.freshFiling();
        scenario.save(filing, scenario.report(filing));
        HttpApi.Caller unit = tasklist(filing.orgCode());
        List<String> before = footprint.of(filing);
        for (String call : List.of("complete", "submit-form", "resolve", "bpmnError", "bpmnEscalation", "delegate",
                "assignee")) {
            assertThat(unit.post(rest + "/task/" + filing.taskId() + "/" + call, "{\"variables\": {}}").status())
                    .as(call).isEqualTo(403);
        }
        assertThat(footprint.of(filing)).isEqualTo(before);

        HttpApi.Caller admin = tasklist("admin");
        before = footprint.of(filing);
        for (String call : List.of("complete", "submit-form")) {
            assertThat(admin.post(rest + "/task/" + filing.taskId() + "/" + call, "{\"variables\": {}}").status())
                    .as("an administrator's " + call).isGreaterThanOrEqualTo(400);
        }
        assertThat(footprint.of(filing)).isEqualTo(before);
    }

    @Test
    void aClaimInTasklistIsDoneByOurServiceAndLeavesOneRow() {
        FilingSummary filing = scenario.submitted(scenario.freshFilingIn("430100"));
        HttpApi.Caller reviewer = tasklist("city430100b");
        int before = rows(filing).size();
        assertThat(reviewer.post(rest + "/task/" + filing.taskId() + "/claim", Map.of("userId", "city430100b")).status())
                .isEqualTo(204);
        FilingSummary now = scenario.now(filing);
        assertThat(now.claimedBy()).isEqualTo("city430100b");
        assertThat(now.status()).isEqualTo(FilingStatus.CITY_REVIEW);
        assertThat(rows(filing)).hasSize(before + 1);
        assertThat(rows(filing).get(before).action()).isEqualTo("CLAIM");

        Answer late = tasklist("city430100").inEnglish().post(rest + "/task/" + filing.taskId() + "/claim", "{}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("message").asText()).contains("李静");
        assertThat(reviewer.post(rest + "/task/" + filing.taskId() + "/unclaim", null).status()).isEqualTo(204);
        assertThat(scenario.now(filing).claimedBy()).isNull();
        assertThat(scenario.now(filing).status()).isEqualTo(FilingStatus.SUBMITTED);
        assertThat(rows(filing)).hasSize(before + 2);
    }

    @Test
    void nobodyClaimsForSomebodyElseOrWithoutTheToken() {
        FilingSummary filing = scenario.submitted(scenario.freshFilingIn("430100"));
        HttpApi.Caller withoutToken = api.browser("city430100");
        List<String> before = footprint.of(filing);
        assertThat(withoutToken.post(rest + "/task/" + filing.taskId() + "/claim", "{}").status()).isEqualTo(403);
        assertThat(footprint.of(filing)).isEqualTo(before);
        tasklist("city430100").post(rest + "/task/" + filing.taskId() + "/claim", Map.of("userId", "city430100b"));
        assertThat(scenario.now(filing).claimedBy()).isEqualTo("city430100");
    }

    @Test
    void theEnginesOwnRestApiIsNotThereAndAnonymousCallsAreRefused() {
        for (String user : ROLES) {
            assertThat(api.browser(user).get("/engine-rest/task").status()).isEqualTo(404);
        }
        assertThat(api.nobody().get(rest + "/filter").status()).isEqualTo(401);
        assertThat(api.as("province").get(rest + "/filter").status()).as("Basic is for our own API").isEqualTo(401);
        assertThat(api.nobody().get("/camunda/app/tasklist/").status()).isEqualTo(302);
    }

    @Test
    void aBodyBeyondOneMegabyteIsRefused() {
        assertThat(tasklist("auditor").post(filter + "/list", "{\"x\": \"" + "y".repeat(1_100_000) + "\"}").status())
                .isEqualTo(403);
    }

    @Test
    void anAuditorReadsInCockpitAndChangesNothing() {
        HttpApi.Caller auditor = tasklist("auditor");
        JsonNode definitions = auditor.get(rest + "/process-definition?key=filing&maxResults=1").json();
        assertThat(definitions.path(0).path("key").asText()).isEqualTo("filing");
        String task = scenario.freshFiling().taskId();
        for (String change : List.of("/task/" + task + "/claim", "/task/" + task + "/complete",
                "/process-definition/key/filing/start", "/message", "/user/create")) {
            assertThat(auditor.post(rest + change, "{}").status()).as(change).isBetween(400, 500);
        }
        assertThat(scenario.freshFiling().claimedBy()).isNull();
    }

    /** The engine lets everybody change their own account; the portal's rules and audit would not know. */
    @ParameterizedTest
    @ValueSource(strings = {"auditor", "admin", "province", "183810013"})
    void accountsAreChangedInThePortalOnly(String user) {
        HttpApi.Caller caller = tasklist(user);
        Map<String, String> password = Map.of("password", "Another@2026", "authenticatedUserPassword", HttpApi.PASSWORD);
        assertThat(caller.put(rest + "/user/" + user + "/credentials", password).status()).isEqualTo(403);
        assertThat(caller.put(rest + "/%75ser/" + user + "/credentials", password).status()).isEqualTo(403);
        assertThat(caller.put(rest + "/user/" + user + "/profile", Map.of("id", user, "firstName", "x")).status())
                .isEqualTo(403);
        assertThat(caller.delete(rest + "/user/" + user).status()).isEqualTo(403);
        for (String change : List.of("/user/create", "/group/create", "/authorization/create", "/tenant/create")) {
            assertThat(caller.post(rest + change, "{}").status()).as(change).isEqualTo(403);
        }
        assertThat(api.browser(user).get("/").status()).as("the password is the old one").isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "admin"})
    void whoHasCockpitReadsAllThatItShows(String user) {
        engine.getDecisionService().evaluateDecisionTableByKey("nominalDeadline")
                .variables(Map.of("stage", "ENTERPRISE", "period", 20133)).evaluate();
        HttpApi.Caller reader = tasklist(user);
        assertThat(reader.get("/camunda/app/cockpit/" + engine.getName() + "/").status()).isEqualTo(200);
        for (String shown : List.of("/process-definition", "/process-instance", "/task", "/job", "/deployment",
                "/decision-definition", "/decision-requirements-definition", "/history/decision-instance",
                "/task/report/candidate-group-count")) {
            Answer answer = reader.get(rest + shown + (shown.endsWith("-count") ? "" : "?maxResults=1"));
            assertThat(answer.status()).as(shown + " " + answer.text()).isEqualTo(200);
            assertThat(answer.json()).as(shown).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"183810013", "city430100", "province", "auditor", "admin"})
    void nobodyHasTheEnginesOwnAdministration(String user) {
        assertThat(tasklist(user).get("/camunda/app/admin/" + engine.getName() + "/").status()).isEqualTo(403);
    }

    private List<AuditEntry> rows(FilingSummary filing) {
        return audit.of("filing/" + filing.period() + "/" + filing.orgCode());
    }

    /** Signing in is slow on purpose; the same browser serves many tests. */
    private HttpApi.Caller tasklist(String user) {
        return BROWSERS.computeIfAbsent(engine.getName() + user,
                u -> api.browser(user).withWebappToken(engine.getName()));
    }
}
