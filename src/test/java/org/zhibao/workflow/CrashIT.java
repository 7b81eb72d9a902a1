package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;

/** The embedded file database keeps what was acknowledged, however the process ends. */
@Tag("h2")
class CrashIT {

    private static final String UNIT = "183810013";
    private static final Duration START = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private Process server;
    private int port;

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    void anAcknowledgedSubmissionSurvivesKill9() throws Exception {
        start();
        HttpApi.Caller unit = new HttpApi(() -> port).as(UNIT);
        JsonNode filing = Awaitility.await().atMost(START).pollInterval(Duration.ofMillis(200))
                .until(() -> open(unit), f -> !f.isMissingNode());
        String path = "/api/v1/filings/" + filing.path("id").asText();
        int version = save(unit, path, lastYears(unit));
        Answer receipt = unit.with("Idempotency-Key", "key").post(path + "/submission", Map.of("version", version));
        server.destroyForcibly().waitFor();
        assertThat(receipt.status()).as(receipt.text()).isEqualTo(201);

        start();
        Answer again = unit.with("Idempotency-Key", "key").post(path + "/submission", Map.of("version", version));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).as("a retry after the crash gets the same receipt").isEqualTo(receipt.json());
        JsonNode now = unit.get(path).json();
        assertThat(now.path("status").asText()).isEqualTo("SUBMITTED");
        assertThat(now.path("stage").asText()).isEqualTo("CITY_REVIEW");
        assertThat(unit.get(path + "/revisions").json()).hasSize(1);
        HttpApi.Caller city = new HttpApi(() -> port).as("city" + now.path("cityCode").asText());
        assertThat(city.post(path + "/claim", null).status()).as("the process goes on").isEqualTo(200);
    }

    private void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        // without the tests' own beans
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(File.pathSeparator));
        Path arguments = Files.writeString(folder.resolve("arguments"),
                "-cp \"" + classPath.replace("\\", "\\\\") + "\" org.zhibao.ZhibaoApplication");
        server = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx600m",
                "@" + arguments, "--server.port=" + port, "--zhibao.demo-data.units=3")
                // where the database of the settings, ./data, comes to lie
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        HttpApi api = new HttpApi(() -> port);
        Awaitility.await().atMost(START).pollInterval(Duration.ofMillis(200)).ignoreExceptions()
                .until(() -> !server.isAlive() || api.nobody().get("/actuator/health").status() == 200
                        && api.as(UNIT).get("/api/v1/periods").status() == 200);
        assertThat(server.isAlive()).as(Files.readString(folder.resolve("log"))).isTrue();
    }

    private static JsonNode open(HttpApi.Caller unit) {
        return unit.get("/api/v1/filings?status=NOT_STARTED").json().at("/filings/0");
    }

    /** The accepted report of the same quarter last year, of which every quarter is much like. */
    private static JsonNode lastYears(HttpApi.Caller unit) {
        JsonNode archived = unit.get("/api/v1/filings?status=ARCHIVED").json().path("filings");
        String oldest = "9999";
        String id = "";
        for (JsonNode filing : archived) {
            if (filing.path("period").asText().compareTo(oldest) < 0) {
                oldest = filing.path("period").asText();
                id = filing.path("id").asText();
            }
        }
        return unit.get("/api/v1/filings/" + id + "/revisions/1").json().path("document");
    }

    /** Saves the report, with an explanation of everything the check asks about. */
    private static int save(HttpApi.Caller unit, String path, JsonNode report) {
        unit.put(path + "/draft", Map.of("version", 0, "document", report));
        ObjectNode explained = report.deepCopy();
        ObjectNode explanations = explained.putObject("explanations");
        unit.post(path + "/check", null).json().path("findings")
                .forEach(f -> explanations.put(f.path("fingerprint").asText(), "生产负荷与去年同期相同，%s %s 比的是检修季度"
                        .formatted(f.path("rule").asText(), f.path("target").asText())));
        return unit.put(path + "/draft", Map.of("version", 1, "document", explained)).json().path("version").asInt();
    }
}
