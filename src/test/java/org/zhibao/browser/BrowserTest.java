package org.zhibao.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.context.TestPropertySource;
import org.zhibao.testing.ApplicationTest;

/**
 * The running application and a {@link Browser} for each test that asks for one as a parameter. Tasklist's address names
 * the engine, which therefore has its usual name.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationTest
@TestPropertySource(properties = {
    "camunda.bpm.generate-unique-process-engine-name=false",
    "zhibao.demo-data.units=100"
})
@ExtendWith(Chromium.class)
@interface BrowserTest {
}
