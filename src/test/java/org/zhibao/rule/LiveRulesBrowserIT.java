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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
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
        List<Judged> judged = reports.stream().map(subject -> new Judged(
                GoldenSample.RULES.live(subject).context(),
                document(subject),
                GoldenSample.RULES.check(subject).stream().filter(f -> !serverOnly.contains(f.rule())).toList())).toList();
        Object disagreements = call("""
                reports => {
                  const live = window.live, wrong = [];
                  const say = f => [f.rule, f.version, f.target, f.severity, f.fields.join(), f.zh, f.en, f.fingerprint].join('|');
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
