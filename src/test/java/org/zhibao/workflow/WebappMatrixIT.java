package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingSummary;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;
import org.zhibao.testing.WebappTable;
import org.zhibao.testing.WebappTable.Call;
import org.zhibao.testing.WebappTable.Right;

/**
 * Every call that Tasklist and Cockpit make to the engine, as {@code webapp-authorization.csv} lists them: made by every
 * role about a process of its own, of a sibling and of somebody far away, with nothing of another's in any answer.
 */
@ApplicationTest
class WebappMatrixIT {

    /** A process and everything a call can name of it. */
    private record Thing(String task, String instance, String job, String user, String unitName, String orgCode) {

        /** What an answer may not hold if this is not for the reader; who sees all of the province is told of all. */
        private List<String> marks(Role reader) {
            return switch (reader) {
                case ADMIN, AUDITOR -> List.of();
                case PROVINCE -> List.of(task);
                default -> List.of(task, instance, unitName, orgCode);
            };
        }
    }

    /** What there is for one role. */
    private record Scopes(String caller, Thing own, Thing sibling, Thing foreign) {
    }

    private static final String CITY = "430100";

    @Autowired
    private Scenario scenario;
    @Autowired
    private Registry registry;
    @Autowired
    private Accounts accounts;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private HttpApi api;

    private Map<String, String> common;

    @BeforeEach
    void whatIsTheSameForAll() {
        ProcessDefinition filing = engine.getRepositoryService().createProcessDefinitionQuery()
                .processDefinitionKey("filing").latestVersion().singleResult();
        String decision = engine.getRepositoryService().createDecisionDefinitionQuery().latestVersion().list().get(0).getId();
        common = Map.of("engine", engine.getName(), "definition", filing.getId(), "deployment", filing.getDeploymentId(),
                "resource", engine.getRepositoryService().getDeploymentResources(filing.getDeploymentId()).stream()
                        .filter(r -> r.getName().endsWith("filing.bpmn")).findFirst().orElseThrow().getId(),
                "decision", decision, "requirements", engine.getRepositoryService()
                        .createDecisionRequirementsDefinitionQuery().list().stream().findFirst().map(d -> d.getId())
                        .orElse("none"),
                "filter", engine.getFilterService().createFilterQuery().list().get(0).getId(), "nothing", "nothing");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleGetsWhatTheTableSaysAndNothingOfOthers(Role role) {
        Scopes scopes = scopes(role);
        HttpApi.Caller browser = api.browser(scopes.caller());
        HttpApi.Caller caller = Groups.of(scenario.actor(scopes.caller())).isEmpty() ? browser.with("X-XSRF-TOKEN", "x")
                : browser.withWebappToken(engine.getName());
        List<String> wrong = new ArrayList<>();
        boolean hasCalls = WebappTable.calls().stream().anyMatch(call -> call.rights().get(role) != Right.NO);
        // signing out would end the session that makes the other calls
        for (Call call : WebappTable.calls().stream().filter(c -> !c.path().endsWith("/logout")).toList()) {
            Right right = call.rights().get(role);
            look(wrong, call, role, "own", caller, scopes.own(), right != Right.NO, right, scopes);
            if (hasCalls) {
                look(wrong, call, role, "sibling", caller, scopes.sibling(), right == Right.ALL, right, scopes);
                look(wrong, call, role, "foreign", caller, scopes.foreign(), right == Right.ALL, right, scopes);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Who administers or audits one city has no more business in the engine than its reviewers have in another's. */
    @Test
    void administratorsAndAuditorsOfACityHaveNoCallAtAll() {
        accounts.create(List.of(new Actor("auditor430100", "长沙市审计员", Role.AUDITOR, CITY, null),
                new Actor("admin430100", "长沙市管理员", Role.ADMIN, CITY, null)), HttpApi.PASSWORD, true);
        Scopes scopes = scopes(Role.AUDITOR);
        List<String> wrong = new ArrayList<>();
        for (String user : List.of("auditor430100", "admin430100")) {
            HttpApi.Caller caller = api.browser(user).with("X-XSRF-TOKEN", "x");
            for (Call call : WebappTable.calls()) {
                look(wrong, call, Role.COUNTY, user, caller, scopes.own(), false, Right.NO, scopes);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyKindOfCallTheGateLetsThroughIsInTheTable() {
        List<Call> calls = WebappTable.calls();
        String id = UUID.randomUUID().toString();
        List<Pattern> gate = Stream.concat(WebappCalls.TASKLIST.stream(), WebappCalls.COCKPIT.stream()).toList();
        for (Pattern allowed : gate) {
            assertThat(calls).as(allowed.pattern()).anyMatch(call -> allowed.matcher(call.method() + " /camunda/api"
                    + call.path().replace("{definition}", "filing:1:" + id).replaceAll("\\{[a-z]+}", id)).matches());
        }
    }

    @Test
    void noCallIsListedTwice() {
        assertThat(WebappTable.calls().stream().map(c -> c.method() + c.path() + c.query() + c.body()))
                .doesNotHaveDuplicates();
    }

    private void look(List<String> wrong, Call call, Role role, String whose, HttpApi.Caller caller, Thing about,
                      boolean allowed, Right right, Scopes scopes) {
        Answer answer = answer(caller, call, about);
        // what the caller has named itself it is not told
        String asked = filled(call.path() + call.query() + call.body(), about);
        String what = role + " " + call.method() + " " + call.path() + " (" + whose + "): " + answer.status();
        boolean done = answer.status() < 400;
        boolean listsOwnOnly = right == Right.OWN && done && !call.path().matches(".*\\{(task|instance|job|user)}.*")
                && !call.query().matches(".*\\{(task|instance|job|user)}.*");
        if (allowed && (answer.status() == 401 || answer.status() == 403 || answer.status() >= 500)) {
            wrong.add(what + " " + answer.text());
        } else if (!allowed && done && !listsOwnOnly && !empty(answer)) {
            wrong.add(what + " " + answer.text());
        }
        if (right != Right.ALL) {
            for (Thing other : List.of(scopes.sibling(), scopes.foreign())) {
                other.marks(role).stream().filter(mark -> answer.text().contains(mark) && !asked.contains(mark))
                        .forEach(mark -> wrong.add(what + " tells " + mark));
            }
        }
    }

    /** An answer that says there is nothing. */
    private static boolean empty(Answer answer) {
        return answer.text().isBlank() && answer.status() != 204 || List.of("[]", "{}", "{\"count\":0}")
                .contains(answer.text().strip());
    }

    private Answer answer(HttpApi.Caller caller, Call call, Thing thing) {
        String path = "/camunda/api" + filled(call.path(), thing)
                + (call.query().isEmpty() ? "" : "?" + filled(call.query(), thing));
        String body = filled(call.body(), thing);
        return switch (call.method()) {
            case "GET" -> caller.get(path);
            case "PUT" -> caller.put(path, body);
            case "DELETE" -> caller.delete(path);
            case "OPTIONS" -> caller.options(path);
            default -> caller.post(path, body.isEmpty() ? null : body);
        };
    }

    private String filled(String text, Thing thing) {
        String filled = text;
        for (Map.Entry<String, String> name : common.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled.replace("{task}", thing.task()).replace("{instance}", thing.instance())
                .replace("{job}", thing.job()).replace("{user}", thing.user());
    }

    private Scopes scopes(Role role) {
        return switch (role) {
            case ENTERPRISE -> ofUnit();
            case CITY -> new Scopes("city430100", cityReview(CITY, "city430100"), cityReview("430200", "city430200"),
                    provinceReview("430300"));
            case PROVINCE -> new Scopes("province", provinceReview("430300"), cityReview("430200", "city430200"), ofUnit().own());
            case COUNTY -> new Scopes("county430102", ofUnit().own(), ofUnit().own(), cityReview("430200", "city430200"));
            case ADMIN -> ofPlatform("admin");
            case AUDITOR -> ofPlatform("auditor");
            case SECURITY -> ofPlatform("security");
            case SUPPORT -> ofPlatform("support");
            case GROUP -> ofPlatform("group01");
        };
    }

    private Scopes ofPlatform(String user) {
        return new Scopes(user, thing(scenario.freshFiling(), user), cityReview("430200", "city430200"), provinceReview("430300"));
    }

    /** Three units: the caller, one beside it, one of another city. */
    private Scopes ofUnit() {
        FilingSummary own = scenario.freshFiling();
        FilingSummary sibling = scenario.freshFilingIn(own.cityCode());
        FilingSummary foreign = scenario.freshFilingWhere((ReportingUnit u) -> !u.cityCode().equals(own.cityCode()));
        return new Scopes(own.orgCode(), thing(own, own.orgCode()), thing(sibling, sibling.orgCode()),
                thing(foreign, foreign.orgCode()));
    }

    private Thing cityReview(String city, String user) {
        return thing(scenario.submitted(scenario.freshFilingIn(city)), user);
    }

    private Thing provinceReview(String city) {
        FilingSummary filing = scenario.submitted(scenario.freshFilingIn(city));
        scenario.decide(filing, FilingAction.FORWARD, scenario.city(filing));
        return thing(scenario.now(filing), "province");
    }

    private Thing thing(FilingSummary filing, String user) {
        String instance = engine.getTaskService().createTaskQuery().taskId(filing.taskId()).singleResult()
                .getProcessInstanceId();
        Job timer = engine.getManagementService().createJobQuery().processInstanceId(instance).timers().list().get(0);
        return new Thing(filing.taskId(), instance, timer.getId(), user, registry.require(filing.orgCode()).name(),
                filing.orgCode());
    }
}
