package org.zhibao.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.ZhibaoApplication;
import org.zhibao.testing.HttpApi;

/** An installation without demo data: nobody comes in with what everybody knows. */
@Tag("h2")
@ExtendWith(OutputCaptureExtension.class)
class WithoutDemoIT {

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @Test
    void theFirstAdministratorsAreTheOnlyAccounts() {
        try (ConfigurableApplicationContext context = start("--zhibao.demo=false",
                "--zhibao.admin.username=chief", "--zhibao.admin.password=Correct-Horse-7")) {
            assertThat(accounts(context)).containsExactlyInAnyOrder("chief", "security", "auditor");
            assertThat(context.getBean(JdbcClient.class).sql("select count(*) from act_id_user").query(Long.class)
                    .single()).isEqualTo(3);
            HttpApi api = api(context);
            assertThat(api.as("chief", "Correct-Horse-7").get("/api/v1/periods").status()).isEqualTo(200);
            for (String user : List.of("chief", "admin", "province", "auditor", "demo")) {
                assertThat(api.as(user).get("/api/v1/periods").status()).as(user).isEqualTo(401);
                assertThat(api.as(user, user).get("/api/v1/periods").status()).as(user).isEqualTo(401);
            }
        }
    }

    @Test
    void withoutSettingsASecretIsPrintedOnceAndOnlyOnce(CapturedOutput output) {
        Pattern printed = Pattern.compile("user 'admin', one-time printed password '([^']{20,})'");
        String secret;
        try (ConfigurableApplicationContext context = start("--zhibao.demo=false")) {
            Matcher found = printed.matcher(output.getAll());
            assertThat(found.find()).isTrue();
            secret = found.group(1);
            assertThat(api(context).as("admin", secret).get("/api/v1/periods").status())
                    .as("accepted, but to be changed first").isEqualTo(403);
            assertThat(output.getAll()).contains("First security administrator created: user 'security'",
                    "First audit administrator created: user 'auditor'");
        }
        int after = output.getAll().length();
        try (ConfigurableApplicationContext context = start("--zhibao.demo=false")) {
            assertThat(output.getAll().substring(after)).doesNotContain(secret).doesNotContain("one-time printed");
            assertThat(api(context).as("admin", secret).get("/api/v1/periods").status())
                    .as("accepted, but to be changed first").isEqualTo(403);
        }
    }

    @Test
    void demoAccountsOfAnEarlierStartAreNotAcceptedAnyMore() {
        try (ConfigurableApplicationContext context = start("--zhibao.demo=true", "--zhibao.demo-data.units=1")) {
            assertThat(api(context).as("province").get("/api/v1/periods").status()).isEqualTo(200);
        }
        try (ConfigurableApplicationContext context = start("--zhibao.demo=false",
                "--zhibao.admin.username=chief", "--zhibao.admin.password=Correct-Horse-7")) {
            HttpApi api = api(context);
            for (String user : List.of("province", "admin", "city430100", "183810013")) {
                assertThat(api.as(user).get("/api/v1/periods").status()).as(user).isEqualTo(401);
            }
            assertThat(api.as("chief", "Correct-Horse-7").get("/api/v1/periods").status())
                    .as("a real administrator beside those of the demo data").isEqualTo(200);
        }
    }

    @Test
    void theDemoPasswordIsNotAcceptedAsTheFirstAdministrators() {
        assertThatThrownBy(() -> start("--zhibao.demo=false", "--zhibao.admin.password=Zhibao@2026").close())
                .hasStackTraceContaining("zhibao.admin.password");
    }

    private ConfigurableApplicationContext start(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server.port=0", "--spring.datasource.url=" + database,
                "--spring.datasource.hikari.maximum-pool-size=5", "--camunda.bpm.job-execution.enabled=false",
                "--camunda.bpm.generate-unique-process-engine-name=true",
                // the webapps' delegate is one per JVM: closing this application would take it from the other tests
                "--camunda.bpm.webapp.enabled=false"));
        return new SpringApplicationBuilder(ZhibaoApplication.class).run(all.toArray(String[]::new));
    }

    private static HttpApi api(ConfigurableApplicationContext context) {
        return new HttpApi(() -> context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private static List<String> accounts(ConfigurableApplicationContext context) {
        return context.getBean(JdbcClient.class).sql("select user_id from account").query(String.class).list();
    }
}
