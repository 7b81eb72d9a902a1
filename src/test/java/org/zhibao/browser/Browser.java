package org.zhibao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.zhibao.testing.WebappTable;

/**
 * The windows of one test: one for each person, apart from each other as on different machines. Every script error and
 * every answer of 400 and above in any of them fails the test, unless the test says that it provokes it.
 */
final class Browser {

    /** Tasklist's own list, asked for every ten seconds, stumbles over an answer that never came. */
    private static final Pattern POLL_WITHOUT_A_NETWORK =
            Pattern.compile("script error .*camunda-tasklist-bootstrap.*crossDomainError.*", Pattern.DOTALL);

    /** Tasklist looks again at the task it shows, also when our form has just completed it. */
    private static final Pattern LOOK_AT_A_DONE_TASK =
            Pattern.compile("40[34] GET /camunda/api/engine/engine/default/task/[^/?]+");

    private static final Path EVIDENCE = Path.of("target", "browser");
    private static final int DESK_WIDTH = 1280;
    private static final int PHONE_WIDTH = 390;
    private static final int HEIGHT = 844;

    private final com.microsoft.playwright.Browser chromium;
    private final Link link;
    private final String address;
    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> incidents = new ArrayList<>();
    private final Set<Request> pending = new LinkedHashSet<>();
    private final List<Pattern> provoked = new ArrayList<>();
    private final Set<String> engineCalls = new TreeSet<>();

    /** @param application the port of the application on this machine */
    Browser(com.microsoft.playwright.Browser chromium, int application) {
        this.chromium = chromium;
        this.link = new Link(application);
        this.address = link.address();
    }

    /** A window of somebody who has not signed in. */
    Page window() {
        return window(DESK_WIDTH);
    }

    /** A window in which this person has signed in at the portal. */
    Page as(String userId) {
        return signedIn(window(), userId);
    }

    /** The same on a phone. */
    Page onPhone(String userId) {
        return signedIn(window(PHONE_WIDTH), userId);
    }

    private static Page signedIn(Page window, String userId) {
        new PortalPages(window).signIn(userId);
        return window;
    }

    private Page window(int width) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address).setLocale("zh-CN").setTimezoneId("Asia/Shanghai").setViewportSize(width, HEIGHT));
        context.setDefaultTimeout(Chromium.PATIENCE);
        windows.add(context);
        context.onWebError(error -> incidents.add("script error " + error.error()));
        context.onConsoleMessage(message -> {
            // what could not be loaded is told with its status below
            if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")) {
                incidents.add("console " + message.text());
            }
        });
        context.onResponse(response -> {
            if (response.status() >= 400) {
                incidents.add(response.status() + " " + response.request().method() + " "
                        + response.url().substring(address.length()));
            }
        });
        context.onRequest(request -> {
            pending.add(request);
            String path = request.url().substring(Math.min(request.url().length(), address.length()));
            if (path.startsWith("/camunda/api/")) {
                engineCalls.add(request.method() + " " + path.replaceFirst("[?#].*", ""));
            }
        });
        context.onRequestFinished(pending::remove);
        context.onRequestFailed(pending::remove);
        return context.newPage();
    }

    /** Takes the network from every window: nothing reaches the application any more, and the pages are told. */
    void cutNetwork() {
        link.cut();
        windows.forEach(window -> window.setOffline(true));
    }

    /** Gives the network back. */
    void restoreNetwork() {
        link.restore();
        windows.forEach(window -> window.setOffline(false));
    }

    /** The test provokes this: a regular expression such as {@code 409 PUT .*}{@code /draft}, to be met at least once. */
    void expect(String incident) {
        provoked.add(Pattern.compile(incident));
    }

    void requireNoSurprise() {
        assertThat(incidents.stream().filter(i -> !LOOK_AT_A_DONE_TASK.matcher(i).matches())
                .filter(i -> !POLL_WITHOUT_A_NETWORK.matcher(i).matches())
                .filter(i -> provoked.stream().noneMatch(p -> p.matcher(i).matches())))
                .as("errors on the pages").isEmpty();
        assertThat(engineCalls.stream().filter(call -> WebappTable.calls().stream().noneMatch(
                c -> c.is(call.substring(0, call.indexOf(' ')), call.substring(call.indexOf(' ') + 1)))))
                .as("calls of the webapps that webapp-authorization.csv lacks").isEmpty();
        for (Pattern expected : provoked) {
            assertThat(incidents).as("what the test wanted to provoke").anyMatch(i -> expected.matcher(i).matches());
        }
    }

    /** Saves what every window shows, and what went wrong in it. */
    void keepEvidence(String test) {
        try {
            Files.createDirectories(EVIDENCE);
            Files.write(EVIDENCE.resolve(test + ".incidents.txt"), incidents);
            Files.write(EVIDENCE.resolve(test + ".unanswered.txt"), pending.stream().map(Request::url).toList());
            for (int i = 0; i < windows.size(); i++) {
                Page page = windows.get(i).pages().get(0);
                page.screenshot(new Page.ScreenshotOptions().setPath(EVIDENCE.resolve(test + "." + i + ".png")));
                Files.writeString(EVIDENCE.resolve(test + "." + i + ".txt"), page.url() + "\n" + page.innerText("body"));
            }
        } catch (IOException | PlaywrightException lost) {
            System.err.println("no evidence of " + test + ": " + lost.getMessage());
        }
    }

    void close() {
        windows.forEach(BrowserContext::close);
        link.close();
    }
}
