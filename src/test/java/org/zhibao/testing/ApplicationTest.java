package org.zhibao.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application with its web server, a real engine and a real database (see {@link TestDatabase}), filled with a
 * little demo data; jobs run only when a test runs them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "zhibao.demo=true",
    "zhibao.demo-data.units=700",
    "camunda.bpm.job-execution.enabled=false",
    "camunda.bpm.generate-unique-process-engine-name=true",
    // an authority of its own; a caller from another loopback address is outside, and one of them is a proxy
    "zhibao.certificates.authority.location=target/test-authority/ca.p12",
    "zhibao.certificates.authority.password=for-tests-only",
    "zhibao.certificates.header=X-Client-Certificate",
    "zhibao.certificates.address=https://localhost:8444/",
    "zhibao.zones.private-ranges=127.0.0.1/32,::1/128,10.0.0.0/8",
    "server.tomcat.remoteip.internal-proxies=127\\.7\\.7\\.8"
})
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Scenario.class, SmallPeriod.class, OldUnits.class, OpenedPeriod.class, HttpApi.class, Footprint.class})
public @interface ApplicationTest {
}
