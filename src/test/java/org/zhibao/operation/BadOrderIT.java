package org.zhibao.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** Whatever a program sends to move cases or clocks is refused by the field that is wrong; it never fails. */
@ApplicationTest
class BadOrderIT {

    private static final String MOVES = "/api/v1/case-moves";

    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;
    @Autowired
    private CaseMoves moves;
    @Autowired
    private JdbcClient database;
    @Autowired
    private ObjectMapper json;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'from': [1, null]} | 400 | from.[1]",
        "{'from': [null]} | 400 | from.[0]",
        "{'from': ['x']} | 400 | from.[0]",
        "{'steps': {'UserTask_FillIn': null}} | 400 | steps.UserTask_FillIn",
        "{'steps': [null]} | 400 | steps",
        "{'to': 99999999999} | 400 | to",
        "{'from': []} | 422 | from",
        "{'from': null} | 422 | from",
        "{'from': [999999]} | 422 | from",
        "{'to': null} | 422 | to",
        "{'steps': {'': 'UserTask_FillIn'}} | 422 | step.",
        "{'steps': {'User\\u0000Task': 'UserTask_FillIn'}} | 422 | step.User\u0000Task",
        "{'steps': {'UserTask_FillIn': 'User\\u0000Task'}} | 422 | step.UserTask_FillIn"})
    void anOrderThatIsNoneIsRefusedByItsField(String changed, int status, String field) {
        Answer answer = order(changed.replace('\'', '"'));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.errors()).as(answer.text()).containsOnlyKeys(field);
        assertThat(answer.errors().get(field)).isNotBlank();
    }

    @Test
    void whatIsAbsurdlyLongOrManyIsRefusedToo() {
        String steps = "{\"" + "x".repeat(300) + "\": \"UserTask_FillIn\"}";
        assertThat(order("{\"steps\": " + steps + "}").errors()).hasSize(1);
        assertThat(order("{\"steps\": {\"" + "x".repeat(40_000) + "\": \"y\"}}").errors()).containsOnlyKeys("steps");
        List<Integer> many = IntStream.rangeClosed(1, 100_000).boxed().toList();
        assertThat(order("{\"from\": " + many + "}").errors()).containsOnlyKeys("from");
        assertThat(order("{\"reason\": \"" + "x".repeat(100_000) + "\"}").errors()).containsOnlyKeys("reason");
        for (String process : List.of("null", "\"\"", "\"a\\u0000b\"", "\"" + "x".repeat(100_000) + "\"")) {
            Answer answer = order("{\"process\": " + process + "}");
            assertThat(answer.status()).as(answer.text()).isEqualTo(404);
            assertThat(answer.detail()).hasSizeLessThan(200);
        }
    }

    /** As many versions at once as an order may name are written down in full, and one more is refused. */
    @Test
    void anOrderNamesAsManyVersionsAsItsRunCanKeep() {
        List<Integer> most = IntStream.range(0, MoveOrder.MOST_VERSIONS).map(i -> 9_000_000 + i).boxed().toList();
        MoveOrder order = new MoveOrder("test-of-many-versions", most, 1, Map.of());
        long id = moves.add(CaseMove.Kind.CHECK, order, null, scenario.actor("admin"), Instant.now());
        try {
            assertThat(moves.require(id).order().from()).isEqualTo(most);
        } finally {
            database.sql("delete from case_move where id = ?").param(id).update();
        }
        Answer tooMany = order("{\"from\": " + IntStream.rangeClosed(1, MoveOrder.MOST_VERSIONS + 1).boxed().toList() + "}");
        assertThat(tooMany.errors()).containsOnlyKeys("from");
        assertThat(tooMany.errors().get("from")).contains(String.valueOf(MoveOrder.MOST_VERSIONS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "/api/v1/extensions/preview | {'period': 'a\\u0000b', 'stage': 'FILL_IN', 'day': '2099-01-01'} | 404",
        "/api/v1/extensions/preview | {'period': null, 'stage': 'FILL_IN', 'day': '2099-01-01'} | 404",
        "/api/v1/extensions/preview | {'filingId': null} | 422",
        "/api/v1/extensions/preview | {'filingId': 9223372036854775807, 'day': '2099-01-01'} | 404",
        "/api/v1/extensions/preview | {'day': '+999999999-12-31', 'stage': 'FILL_IN', 'period': 'PERIOD'} | 422",
        "/api/v1/extensions/preview | {'day': '-999999999-01-01', 'stage': 'FILL_IN', 'period': 'PERIOD'} | 422",
        "/api/v1/extensions/preview | {'day': '2099-01-01', 'stage': 'FILL_IN', 'area': 'a\\u0000', 'period': 'PERIOD'} | 422",
        "/api/v1/extensions/preview | {'stage': [null]} | 400",
        "/api/v1/redatings | {'period': 'a\\u0000b', 'enterprise': '2099-01-01', 'city': '2099-01-01', 'province': '2099-01-01', 'reason': '放假安排调整'} | 404",
        "/api/v1/redatings | {'enterprise': '2099-01-01', 'city': '2099-01-01', 'province': '2099-01-01', 'reason': '放假安排调整'} | 404",
        "/api/v1/redatings | {'period': 'PERIOD', 'reason': '放假安排调整'} | 422",
        "/api/v1/models/urging.bpmn/check | {'xml': null} | 422",
        "/api/v1/models/urging.bpmn/check | {'xml': ''} | 200",
        "/api/v1/models/urging.bpmn/check | {'xml': 'a\\u0000b'} | 200",
        "/api/v1/models/urging.bpmn/versions | {'xml': 'x', 'reason': null, 'baseVersion': 1} | 422",
        "/api/v1/models/urging.bpmn/versions | {'xml': 'x', 'reason': '改得\\u0000更清楚', 'baseVersion': 1} | 422",
        "/api/v1/models/urging.bpmn/versions | {'xml': 'x', 'reason': '改得更清楚', 'baseVersion': [null]} | 400"})
    void theOtherOrdersOfOperationsAreRefusedAsWell(String path, String body, int status) {
        String user = path.contains("extensions") ? "province" : "admin";
        Answer answer = api.as(user).post(path, body.replace('\'', '"').replace("PERIOD", openPeriod()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/clocks?process=a%00b", "/admin/clocks?process=filing&area=%00&kind=%00",
        "/admin/cases/filing?from=1&to=1&step.UserTask_FillIn=%00", "/admin/cases/filing?from=99999999999&to=x",
        "/admin/clocks?page=2147483647", "/api/v1/lateness?period=%00", "/api/v1/lateness?after=%00"})
    void noAddressFails(String address) {
        Answer answer = api.browser("admin").get(address);
        assertThat(answer.status()).as(address).isLessThan(500);
    }

    @Test
    void anActionOnWhatNoTimerCanBeChangesNothing() {
        HttpApi.Caller admin = api.browser("admin").withToken()
                .with("Content-Type", "application/x-www-form-urlencoded");
        assertThat(admin.post("/admin/clocks/confirm", "action=SUSPEND&ids=a%00b").status()).isEqualTo(422);
        assertThat(admin.post("/admin/clocks/actions", "action=SUSPEND&ids=a%00b&reason=" + HttpApi.encoded("核对期限"))
                .status()).isEqualTo(302);
        assertThat(admin.get("/admin/clocks").text()).contains("该定时器或作业已经触发或不存在");
    }

    private Answer order(String changed) {
        Map<String, Object> body = new HashMap<>(Map.of("process", "filing", "from", List.of(1), "to", 1,
                "reason", "随新版办理"));
        try {
            body.putAll(json.readValue(changed, new TypeReference<Map<String, Object>>() { }));
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException(noJson);
        }
        return api.as("admin").post(MOVES, body);
    }

    private String openPeriod() {
        return database.sql("select max(code) from reporting_period where state = 'OPEN'").query(String.class).single();
    }
}
