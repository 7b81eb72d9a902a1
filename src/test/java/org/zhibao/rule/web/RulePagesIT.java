package org.zhibao.rule.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.period.Quarter;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** Reading, writing and trying rules on the pages and through the API. */
@ApplicationTest
class RulePagesIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;
    @Autowired
    private Accounts accounts;
    @Autowired
    private JdbcClient jdbc;

    private HttpApi.Caller admin;
    private Quarter now;
    private long newest;

    @BeforeEach
    void whoAndWhen() {
        accounts.create(List.of(new Actor("admin430200", "株洲市管理员", Role.ADMIN, "430200", null)), HttpApi.PASSWORD, true);
        admin = api.browser("admin").withToken();
        now = Quarter.parse(scenario.period());
        newest = jdbc.sql("select max(id) from rule_version").query(Long.class).single();
    }

    /** The rules are for everyone in this context: what a test wrote must not meet the next one. */
    @AfterEach
    void forgetWhatTheTestWrote() {
        jdbc.sql("delete from rule_version where id > ?").param(newest).update();
        jdbc.sql("update rule_stamp set stamp = ? where id = 1").param("test" + System.nanoTime()).update();
    }

    @Test
    void theListIsNarrowedByWhatIsAsked() {
        String all = admin.get("/admin/rules").text();
        assertThat(codes(all)).contains("R01", "R18", "R45", "R52");
        assertThat(all).contains("工业用水量（A27）…，应等于取水量（A28）…");
        assertThat(codes(admin.get("/admin/rules?severity=HINT").text())).containsExactly("R45", "R46", "R52");
        assertThat(codes(admin.get("/admin/rules?about=D26").text())).contains("R41").doesNotContain("R10");
        assertThat(codes(admin.get("/admin/rules?about=d").text())).contains("R38").doesNotContain("R10");
        assertThat(codes(admin.get("/admin/rules?text=GB+8978").text())).containsExactly("R22", "R22b");
        assertThat(codes(admin.get("/admin/rules?state=retired").text())).isEmpty();
        assertThat(admin.get("/admin/rules?state=retired").text()).contains("没有符合条件的规则");
    }

    @Test
    void aRulesPageShowsAllItsParts() {
        String page = api.browser("city430100").get("/admin/rules/R18").text();
        assertThat(page).contains("gap &lt;= max($block * expected, $digit)", "0.20", "B07 化学需氧量排放量", "废水",
                "行业通行做法", "随平台提供", "第 1 版").doesNotContain("/admin/rules/R18/edit");
        assertThat(api.browser("city430100").inEnglish().get("/admin/rules/R18").text()).contains("general practice",
                "comes with the platform");
    }

    @ParameterizedTest
    @ValueSource(strings = {"R01", "R10", "R22", "R41", "R45"})
    void theEditPageOpensForRulesOfEveryKindInBothLanguages(String code) {
        for (HttpApi.Caller reader : List.of(admin, admin.inEnglish())) {
            Answer page = reader.get("/admin/rules/" + code + "/edit");
            assertThat(page.status()).as(code).isEqualTo(200);
            assertThat(page.text()).contains("name=\"holds\"", "</html>");
        }
    }

    @Test
    void aThresholdIsChangedWithoutTouchingAConditionAndBothVersionsAreCompared() {
        Answer saved = save(with(form("R18"), "value", List.of("0.05", "0.30", "0.01")));

        assertThat(saved.status()).as(saved.text()).isEqualTo(302);
        JsonNode versions = admin.get("/api/v1/rules/R18").json().get("versions");
        assertThat(versions).hasSize(2);
        assertThat(versions.at("/0/rule/params/block").asText()).isEqualTo("0.30");
        assertThat(versions.at("/0/rule/levels")).isEqualTo(versions.at("/1/rule/levels"));
        assertThat(admin.get("/admin/rules/R18?left=1&right=2").text()).contains("<del>0.20</del>", "<ins>0.30</ins>");
    }

    @Test
    void everyMistakeIsToldAtItsFieldAndWhatWasTypedStays() {
        Map<String, List<String>> form = with(form("R18"), "holds", List.of("gap <= $block and this.B98 > 0", "gap >", ""));
        Answer refused = save(with(form, "reason", List.of("x")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("请用 4 至 400 个字说明修改原因", "gap &lt;= $block and this.B98 &gt; 0",
                "<mark>this.B98</mark>");
        JsonNode checked = post(admin, "/admin/rules/check", form).json();
        assertThat(checked.at("/problems/0/field").asText()).isEqualTo("levels.0");
        assertThat(checked.at("/problems/0/column").asInt()).isEqualTo(19);
        assertThat(checked.at("/problems/0/mark").asText()).isEqualTo("this.B98");
        assertThat(checked.at("/problems/1/field").asText()).isEqualTo("levels.1");
        assertThat(checked.get("problems")).hasSize(2);
    }

    @Test
    void aMessageIsPreviewedOnAReport() {
        scenario.submitted(scenario.freshFiling());
        JsonNode checked = post(admin, "/admin/rules/check", form("R39")).json();
        assertThat(checked.get("problems")).isEmpty();
        assertThat(checked.at("/preview/zh").asText()).containsAnyOf("（A25）", "（D02）")
                .containsPattern("[0-9] (小时|天) 超过本季度")
                .doesNotContain("{", "$");
        assertThat(checked.at("/preview/filingId").asLong()).isPositive();
    }

    @Test
    void whoIsTooLateSeesWhatTheOtherStoredAndKeepsTheOwnText() {
        Map<String, List<String>> mine = with(form("R18"), "value", List.of("0.06", "0.25", "0.01"));
        save(with(form("R18"), "value", List.of("0.05", "0.40", "0.01")));

        Answer late = save(mine);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("他人已修改了这条规则", "保存了第 2 版，原因：按省里要求调整", "<del>0.40</del>", "<ins>0.25</ins>",
                "value=\"0.06\"", "name=\"base\" value=\"2\"");
        assertThat(save(with(mine, "base", List.of("2"))).status()).isEqualTo(302);
    }

    @Test
    void aCitySetsItsOwnRuleBesideTheProvincesAndCannotTouchThat() {
        HttpApi.Caller city = api.browser("admin430200");
        assertThat(city.get("/admin/rules/R09").text()).contains("另设本市规则 430200-R09", "省级要求“必须改正”的仍须改正");
        assertThat(city.get("/admin/rules/R09/edit").status()).isEqualTo(403);
        String page = city.get("/admin/rules/new?copy=R09").text();
        assertThat(page).contains("value=\"430200-R09\"", "市级规则只能加严，不能放宽");

        Map<String, List<String>> own = with(with(form("R09"), "code", List.of("430200-R09")), "base", List.of("0"));
        assertThat(post(city.withToken(), "/admin/rules", own).status()).isEqualTo(302);
        assertThat(post(city.withToken(), "/admin/rules", form("R09")).status()).isEqualTo(403);
        assertThat(city.get("/admin/rules/new?copy=R09").headers().firstValue("Location").orElse(""))
                .endsWith("/admin/rules/430200-R09/edit");
        assertThat(codes(api.browser("city430300").get("/admin/rules").text())).doesNotContain("430200-R09");
    }

    @Test
    void aRuleIsRetiredFromAPeriodOnAndRevived() {
        Answer retired = post(admin, "/admin/rules/R12/retirement",
                Map.of("from", List.of(now.next().code()), "reason", List.of("不再需要"), "base", List.of("1")));
        assertThat(retired.status()).isEqualTo(302);
        assertThat(admin.get("/admin/rules/R12").text()).contains("自 " + now.next() + " 起停用", "恢复并修改");
        assertThat(admin.get("/api/v1/rules?period=" + now.next()).json().findValuesAsText("code")).doesNotContain("R12");
        assertThat(admin.get("/api/v1/rules?period=" + now).json().findValuesAsText("code")).contains("R12");
    }

    @Test
    void aDryRunGoesThroughAllReportsInChunksAndLinksThem() {
        scenario.submitted(scenario.freshFiling());
        Map<String, List<String>> form = with(form("R39"), "cell", List.of("D02", "1", "A25", "0"));
        form = with(with(form, "period", List.of(now.code())), "after", List.of("0"));

        JsonNode run = post(admin, "/admin/rules/dry-run", form).json();

        assertThat(run.get("total").asLong()).isPositive();
        assertThat(run.at("/would/stopped").asLong()).isPositive();
        assertThat(run.at("/does/stopped").asLong()).isZero();
        assertThat(run.at("/hits/0/severityName").asText()).isEqualTo("必须改正");
        assertThat(admin.get("/filings/" + run.at("/hits/0/filingId").asLong()).status()).isEqualTo(200);
    }

    @Test
    void theApiChecksTriesAndStoresVersions() {
        scenario.submitted(scenario.freshFiling());
        ObjectNode rule = (ObjectNode) admin.get("/api/v1/rules/R39").json().at("/versions/0/rule");
        assertThat(admin.post("/api/v1/rules/check", Map.of("rule", rule)).json().get("problems")).isEmpty();
        JsonNode tried = admin.post("/api/v1/rules/R39/dry-run", Map.of("rule", rule, "period", now.code(), "after", 0)).json();
        assertThat(tried.get("would")).isEqualTo(tried.get("does"));

        rule.put("zh", "{B98}");
        Map<String, Object> version = new LinkedHashMap<>(Map.of("rule", rule, "effectiveFrom", now.code(), "reason",
                "按省里要求调整", "baseVersion", 1));
        Answer bad = admin.post("/api/v1/rules/R39/versions", version);
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.errors().get("zh")).contains("B98");
        rule.put("zh", "{$c.name}过大");
        assertThat(admin.post("/api/v1/rules/R39/versions", version).status()).isEqualTo(201);
        Answer again = admin.post("/api/v1/rules/R39/versions", version);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("latestVersion").asInt()).isEqualTo(2);
        assertThat(again.detail()).contains("按省里要求调整");
    }

    @Test
    void aRuleThatLoopsIsNotStored() {
        ObjectNode rule = (ObjectNode) admin.get("/api/v1/rules/R12").json().at("/versions/0/rule");
        rule.putObject("let").put("a", "for x in rows.E20, y in rows.E20 return 1").put("b", "for x in a, y in a return 1");
        ((ObjectNode) rule.at("/levels/0")).put("holds", "count(b) > 0");

        Answer refused = admin.post("/api/v1/rules/R12/versions", Map.of("rule", rule, "effectiveFrom", now.code(), "reason",
                "按省里要求调整", "baseVersion", 1));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors().get("levels.0")).contains("步的上限");
        assertThat(admin.get("/api/v1/rules/R12").json().get("versions")).hasSize(1);
    }

    @Test
    void theApiSaysWhatIsMissing() {
        assertThat(admin.post("/api/v1/rules/check", "{}").errors()).containsOnlyKeys("rule");
        assertThat(admin.post("/api/v1/rules/R39/versions", "{\"effectiveFrom\":\"next\"}").errors())
                .containsOnlyKeys("effectiveFrom");
        assertThat(admin.get("/api/v1/rules?period=x").errors()).containsOnlyKeys("period");
        assertThat(admin.get("/api/v1/rules/R999").status()).isEqualTo(404);
        assertThat(admin.post("/api/v1/rules/check", "{\"rule\":{\"params\":{\"a\":null},\"levels\":[null]}}").status())
                .isEqualTo(400);
        assertThat(admin.post("/api/v1/rules/check", "{\"rule\":{\"params\":{\"a\":null},\"let\":{\"b\":null}}}").status())
                .isEqualTo(200);
    }

    /** The form of a rule's edit page, as a browser would send it back, with a reason. */
    private Map<String, List<String>> form(String code) {
        JsonNode latest = admin.get("/api/v1/rules/" + code).json().at("/versions/0");
        JsonNode rule = latest.get("rule");
        Map<String, List<String>> form = new LinkedHashMap<>();
        form.put("code", List.of(code));
        form.put("base", List.of(latest.get("version").asText()));
        form.put("severity", rule.get("levels").findValuesAsText("severity"));
        form.put("holds", rule.get("levels").findValuesAsText("holds"));
        form.put("kinds", texts(rule.get("kinds")));
        List<String> names = new ArrayList<>();
        rule.at("/each/0").fieldNames().forEachRemaining(names::add);
        form.put("names", List.of(String.join(",", names)));
        form.put("columns", List.of(String.valueOf(names.size())));
        List<String> cells = new ArrayList<>();
        rule.get("each").forEach(entry -> cells.addAll(texts(entry)));
        form.put("cell", cells);
        pairs(form, rule.get("params"), "param", "value");
        pairs(form, rule.get("let"), "let", "feel");
        for (String one : List.of("when", "zh", "en", "source", "group", "eachOf")) {
            form.put(one, rule.get(one).isNull() ? List.of() : List.of(rule.get(one).asText()));
        }
        form.put("needs", List.of(String.join(", ", texts(rule.get("needs")))));
        form.put("fields", List.of(String.join(", ", texts(rule.get("fields")))));
        form.put("from", List.of(now.code()));
        form.put("reason", List.of("按省里要求调整"));
        return form;
    }

    private static void pairs(Map<String, List<String>> form, JsonNode map, String name, String value) {
        List<String> names = new ArrayList<>();
        map.fieldNames().forEachRemaining(names::add);
        form.put(name, names);
        form.put(value, texts(map));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static Map<String, List<String>> with(Map<String, List<String>> form, String field, List<String> values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(form);
        changed.put(field, values);
        return changed;
    }

    private Answer save(Map<String, List<String>> form) {
        return post(admin, "/admin/rules", form);
    }

    private static Answer post(HttpApi.Caller caller, String path, Map<String, List<String>> form) {
        return caller.with("Content-Type", FORM).post(path, form.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(v -> e.getKey() + "=" + HttpApi.encoded(v)))
                .collect(Collectors.joining("&")));
    }

    private static List<String> codes(String page) {
        return java.util.regex.Pattern.compile("href=\"/admin/rules/((?:43[0-9]{4}-)?R[0-9a-z]+)\"").matcher(page).results()
                .map(match -> match.group(1)).toList();
    }
}
