package org.zhibao.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How long the form takes to be there in Tasklist, as Chromium shows it to an enterprise. */
final class Chromium {

    private static final Path EXECUTABLE = Path.of(System.getProperty("zhibao.test.chromium", "/usr/bin/chromium"));
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String TASK = ".tasks-list li.task h4 a";
    /** All fields are there and can be seen. */
    private static final String FORM = "() => { const form = document.querySelector(\"[data-zb-form='fill-in']\");"
            + " return form && form.offsetParent && form.querySelectorAll('input, select').length > 40; }";

    private Chromium() {
    }

    /** Each enterprise opens its task twice: with an empty cache, and once more. */
    static void open(Platform platform, List<String> orgCodes, String database, Results results) throws Exception {
        if (!Files.isExecutable(EXECUTABLE)) {
            results.add(database, "form opens in Tasklist", "under 1.5 s", "no Chromium at " + EXECUTABLE);
            return;
        }
        Latencies selected = new Latencies();
        Latencies linked = new Latencies();
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            Browser chromium = playwright.chromium().launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(EXECUTABLE).setArgs(FLAGS));
            for (String orgCode : orgCodes) {
                try (BrowserContext window = chromium.newContext(new Browser.NewContextOptions()
                        .setBaseURL(platform.url()).setLocale("zh-CN"))) {
                    open(window.newPage(), orgCode, selected, linked);
                }
            }
        }
        results.add(database, "form in Tasklist, from selecting the task to all fields shown (Chromium)", "under 1.5 s",
                selected);
        results.add(database, "the same with Tasklist itself, from the portal's link (Chromium)", "", linked);
    }

    private static void open(Page page, String orgCode, Latencies selected, Latencies linked) throws Exception {
        page.navigate("/login");
        page.fill("#username", orgCode);
        page.fill("#password", Session.PASSWORD);
        page.click("button[type=submit]:has-text('登录')");
        page.navigate(TASKLIST);
        page.waitForSelector(TASK);
        selected.measure(() -> {
            page.click(TASK);
            page.waitForFunction(FORM);
        });
        String address = page.url();
        page.navigate("/");
        linked.measure(() -> {
            page.navigate(address);
            page.waitForFunction(FORM);
        });
    }
}
