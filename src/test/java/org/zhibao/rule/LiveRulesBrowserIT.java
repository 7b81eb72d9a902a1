package org.zhibao.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/**
 * The same rule says the same on the server and in the browser: reports made up near every threshold, judged by feel-engine
 * here and by the script that ships in a real browser. {@code -Dzhibao.test.reports} says how many, {@code
 * -Dzhibao.test.seed} from which seed.
 */
class LiveRulesBrowserIT {

    private static final int REPORTS = Integer.getInteger("zhibao.test.reports", 3_000);
    private static final long SEED = Long.getLong("zhibao.test.seed", 20261001L);
    private static final int BATCH = 100;
    private static final String PAGE = "https://rules.example/";
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    private static final List<String> EXPRESSIONS = List.of("this.A27 + this.A28", "this.A27 * 2 - 5 / 4", "-this.A27",
            "-2.5 - -1", "this.A27 / 0", "this.A28 / 2", "2 - 3 - 4", "12 / 3 / 2", "2 + 3 * 4", "0.1 + 0.2",
            "this.A27 = 12.5", "this.A28 = null", "this.A28 != null", "this.A28 = 1", "this.A28 != 1", "this.A28 > 1",
            "this.A27 > this.A28", "\"a\" = 1", "\"a\" < \"b\"", "\"a\" > 1", "true = true", "true != false",
            "this.A28 > 1 and true", "this.A28 > 1 and false", "false and this.A28 > 1", "this.A28 > 1 or true",
            "this.A28 > 1 or false", "true and 1", "not(true)", "not(this.A28 > 1)", "not(1)",
            "if this.A28 > 1 then 1 else 2", "if true then 1 else 2", "if 1 then 1 else 2", "this.A27 between 12.5 and 13",
            "this.A28 between 1 and 2", "this.A06 in (\"430102\", \"430103\")", "this.A28 in (\"a\", \"b\")",
            "this.A27 in (< 10, > 12)", "this.A28 in (< 10, > 12)", "this.A27 in 12.5", "abs(-3)", "abs(this.A28)",
            "max(1, 2.5)", "max([3, 2])", "max(1, this.A28)", "min(3, 2)", "min([this.A28, 2])", "max(\"a\", \"b\")",
            "sum([1, 2.5])", "sum(1, 2)", "sum([])", "sum([1, null])", "max([])", "count([1, null])", "count([])",
            "mean([1, 2])", "mean([])", "floor(-1.5)", "floor(1.55, 1)", "ceiling(-1.5)", "ceiling(1.51, 1)",
            "round up(1.21, 1)", "round up(-1.21, 1)", "round down(1.29, 1)", "round down(-1.29, 1)",
            "round half up(1.25, 1)", "round half up(-1.25, 1)", "round half down(1.25, 1)", "round half down(-1.25, 1)",
            "round half up(1, 2)", "decimal(1.25, 1)", "decimal(1.35, 1)", "decimal(1 / 3, 2)", "all([])", "any([])",
            "all([true, false])", "all([true, null])", "all([false, null])", "any([true, null])", "any([false, null])",
            "all(true, true)", "any(false, true)", "all([true, 1])", "list contains([1, 2], 2)",
            "list contains([1, null], null)", "list contains([1, 2], null)", "list contains([\"a\"], 1)",
            "list contains(this.A28, 1)", "string length(this.A06)", "string length(\"汉字\")", "string length(this.A28)",
            "substring(this.A06, 3)", "substring(this.A06, 3, 2)", "substring(this.A06, -2)", "substring(this.A06, -3, 2)",
            "substring(this.A06, 3, 9)", "substring(this.A28, 3)", "contains(this.A06, \"01\")",
            "starts with(this.A06, \"43\")", "ends with(this.A06, \"02\")", "contains(this.A28, \"a\")",
            "matches(this.A06, \"^43[0-9]{4}$\")", "matches(this.A06, \"01\")", "matches(this.A28, \"a\")",
            "count(split(\"a,b,,\", \",\"))", "count(split(\"\", \",\"))", "count(split(\"a\", \",\"))",
            "count(split(\"a1b22c\", \"[0-9]+\"))", "upper case(\"abC\")", "lower case(\"ABc\")",
            "number(\"1.50\")", "number(\"x\")", "string join([\"a\", \"b\"], \"-\")", "string join([\"a\", \"b\"])",
            "string join([])", "date(\"2026-07-01\") > date(\"2026-06-30\")", "date(\"2026-07-01\").month",
            "date(\"2026-07-01\").year = 2026", "every k in [1, 2] satisfies k > 0", "every k in [1, null] satisfies k > 0",
            "every k in [0, null] satisfies k > 0", "some k in [1, null] satisfies k > 0", "some k in [0, null] satisfies k > 0",
            "every k in [] satisfies k > 0", "some k in [] satisfies k > 0", "sum(for k in [1, 2] return k * 2)",
            "count(for k in [1, 2], m in [1, 2, 3] return k * m)", "sum(for k in [1, 2], m in [k, 3] return k * m)",
            "{a: 2, b: a * 3}.b", "{a: 2}.c", "98765432109876543210.12 + 0.01 > 98765432109876543210.12",
            "round half up(1 / 3 * 3, 30)", "1 / 3 * 3 = 1", "2 / 3 > 0.66666", "1000000 * 0.000001");

    private static Playwright playwright;
    private static Page page;

    /** A report and what was said about it. */
    private record Judged(LiveRules.Context context, Map<String, Object> document, List<Finding> findings) {
    }

    @BeforeAll
    static void aBrowserWithTheScriptThatShips() {
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(System.getProperty("zhibao.test.chromium", "/usr/bin/chromium")))
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        page = browser.newPage();
        page.route("**/*", route -> route.fulfill(new Route.FulfillOptions()
                .setContentType(route.request().url().endsWith(".js") ? "text/javascript" : "text/html")
                .setBody(route.request().url().endsWith(".js") ? script() : "<!DOCTYPE html><title>rules</title>")));
        page.navigate(PAGE);
        page.evaluate("async () => { window.rules = await import('/rules.js'); }");
    }

    @AfterAll
    static void close() {
        playwright.close();
    }

    @Test
    void theBrowserSaysOfEveryReportWhatTheServerSays() {
        ReportMaker maker = new ReportMaker(new Random(SEED));
        for (String sample : GoldenSample.NAMES) {
            LiveRules live = GoldenSample.RULES.live(GoldenSample.subject(sample));
            assertThat(call("payload => { window.live = new window.rules.LiveRules(payload);"
                    + " return [...window.live.serverOnly].sort(); }", live))
                    .as("rules for the server only").isEqualTo(serverOnly(live));
            for (int done = 0; done < REPORTS / GoldenSample.NAMES.size(); done += BATCH) {
                compare(maker.reports(sample, BATCH), serverOnly(live));
            }
        }
    }

    @Test
    void everyFunctionAndOperatorThatRulesMayUseGivesTheSame() {
        List<Map<String, String>> asked = EXPRESSIONS.stream().map(text -> Map.of("text", text, "value",
                literal(Feel.evaluate(Feel.parse("R99", text), context()).result()))).toList();
        Object different = call("""
                ({ rules, asked }) => asked.filter(({ text, value }) => {
                  const rule = { id: 'R99', version: 1, server: false, group: null, industries: [], params: {},
                    levels: [{ severity: 'HINT', confirm: false }], lets: [], zh: '', en: '', feel: `[true, (${text}) = (${value})]`,
                    checks: [{ bind: {}, target: '', fields: ['A27'] }] };
                  const live = new window.rules.LiveRules({ ...rules, rules: [rule] });
                  return live.review({ values: { A27: '12.50', A06: '430102' } }).length || live.serverOnly.size;
                })""", Map.of("rules", GoldenSample.RULES.live(GoldenSample.subject("paper-mill")), "asked", asked));

        assertThat((List<?>) different).isEmpty();
    }

    private static Map<String, Object> context() {
        Map<String, Object> cells = new HashMap<>(Map.of("A27", new BigDecimal("12.50"), "A06", "430102"));
        cells.put("A28", null);
        return Map.of("this", Feel.context(cells));
    }

    private static String literal(Object value) {
        return value instanceof String ? '"' + value.toString() + '"'
                : value instanceof Number number ? new BigDecimal(number.toString()).toPlainString()
                : value instanceof List<?> list ? list.stream().map(LiveRulesBrowserIT::literal).toList().toString()
                : String.valueOf(value);
    }

    /** {@code docs/measurements.md} tells the figures; here they only must not be far off. */
    @Test
    void aWholeReportIsCheckedInAnInstant() {
        for (String sample : GoldenSample.NAMES) {
            ReviewSubject subject = GoldenSample.subject(sample);
            Map<?, ?> millis = (Map<?, ?>) call("""
                    ({ rules, document }) => {
                      const live = new window.rules.LiveRules(rules);
                      const codes = Object.keys(document.values).filter(c => /^[\\d.]+$/.test(document.values[c]));
                      const time = work => { const start = performance.now(); work(); return performance.now() - start; };
                      const middle = times => times.sort((a, b) => a - b)[times.length >> 1];
                      const whole = Array.from({ length: 21 }, () => time(() => { live.use(live.context); live.review(document); }));
                      const edits = codes.map((code, i) => time(() => live.review(
                        { ...document, values: { ...document.values, [code]: String(i + 0.5) } })));
                      return { cells: Object.keys(document.values).length, checks: live.checks.length, first: whole[0],
                        whole: middle(whole), edit: middle(edits), slowest: Math.max(...edits),
                        start: time(() => new window.rules.LiveRules(rules)) };
                    }""", Map.of("rules", GoldenSample.RULES.live(subject), "document", document(subject)));
            System.out.println(sample + " " + new TreeMap<>(millis));
            assertThat(((Number) millis.get("whole")).doubleValue()).as(sample).isLessThan(50);
            assertThat(((Number) millis.get("edit")).doubleValue()).as(sample).isLessThan(50);
        }
    }

    private static Map<String, Object> document(ReviewSubject subject) {
        return Map.of("values", subject.current().values(), "rows", subject.current().rows());
    }

    private void compare(List<ReviewSubject> reports, List<String> serverOnly) {
        List<Judged> judged = reports.parallelStream().map(subject -> new Judged(
                LiveRules.context(subject),
                document(subject),
                GoldenSample.RULES.check(subject).stream().filter(f -> !serverOnly.contains(f.rule())).toList())).toList();
        Object disagreements = call("""
                reports => {
                  const live = window.live, wrong = [];
                  const say = f => [f.rule, f.version, f.target, f.severity, f.confirm, f.fields.join(), f.zh, f.en, f.fingerprint].join('|');
                  let context = '';
                  for (const { context: now, document, findings } of reports) {
                    // a report of the same unit and quarter comes after the last one as a person's typing does
                    if (JSON.stringify(now) !== context) { live.use(now); context = JSON.stringify(now); }
                    const here = live.review(document).map(say), there = findings.map(say);
                    if (here.join('\\n') !== there.join('\\n')) {
                      wrong.push({ server: there.filter(t => !here.includes(t)), browser: here.filter(h => !there.includes(h)),
                        order: here.length === there.length && here.every(h => there.includes(h)) });
                    }
                  }
                  return wrong;
                }""", judged);
        assertThat((List<?>) disagreements).isEmpty();
    }

    private static List<String> serverOnly(LiveRules live) {
        return live.rules().stream().filter(LiveRules.LiveRule::server).map(LiveRules.LiveRule::id).sorted().toList();
    }

    /** Calls a function of the page with what the API would have sent. */
    private static Object call(String function, Object argument) {
        try {
            return page.evaluate("text => (" + function + ")(JSON.parse(text))", JSON.writeValueAsString(argument));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String script() {
        try {
            String name = JSON.readTree(new ClassPathResource("static/assets/manifest.json").getInputStream())
                    .path("rules.js").asText();
            return new ClassPathResource("static/assets/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
