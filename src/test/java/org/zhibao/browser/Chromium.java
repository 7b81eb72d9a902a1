package org.zhibao.browser;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Starts one Chromium for all tests and hands each test a {@link Browser} of its own. The system property
 * {@code zhibao.test.chromium} names another executable than Debian's, {@code zhibao.test.patience} how long to wait.
 */
class Chromium implements ParameterResolver, AfterEachCallback {

    /** How long a page may take to show what it should, in milliseconds: long, for machines that are busy or just started. */
    static final int PATIENCE = Integer.getInteger("zhibao.test.patience", 90_000);

    private static final Namespace NAMESPACE = Namespace.create(Chromium.class);
    private static final String EXECUTABLE = System.getProperty("zhibao.test.chromium", "/usr/bin/chromium");

    /** For a container, also as root, and without calls home. */
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    /** What runs once per test run. */
    private record Running(Playwright playwright, com.microsoft.playwright.Browser chromium)
            implements ExtensionContext.Store.CloseableResource {

        static Running start() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Running(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(EXECUTABLE)).setArgs(FLAGS)));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Running running = test.getRoot().getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
        int port = SpringExtension.getApplicationContext(test).getEnvironment()
                .getRequiredProperty("local.server.port", Integer.class);
        Browser browser = new Browser(running.chromium(), port);
        test.getStore(NAMESPACE).put(Browser.class, browser);
        return browser;
    }

    /** A test that otherwise passed fails if its pages had errors nobody expected. */
    @Override
    public void afterEach(ExtensionContext test) {
        Browser browser = test.getStore(NAMESPACE).remove(Browser.class, Browser.class);
        if (browser == null) {
            return;
        }
        try {
            if (test.getExecutionException().isEmpty()) {
                browser.requireNoSurprise();
            }
        } catch (AssertionError surprise) {
            browser.keepEvidence(nameOf(test));
            throw surprise;
        } finally {
            test.getExecutionException().ifPresent(failure -> browser.keepEvidence(nameOf(test)));
            browser.close();
        }
    }

    private static String nameOf(ExtensionContext test) {
        return test.getRequiredTestClass().getSimpleName() + "." + test.getRequiredTestMethod().getName();
    }
}
