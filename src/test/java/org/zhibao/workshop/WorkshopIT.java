package org.zhibao.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.zhibao.audit.AuditEntry;
import org.zhibao.audit.AuditTrail;
import org.zhibao.audit.Sha256;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Footprint;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** Administrators deploy through the gate, with a reason, on the version they began with, and can go back. */
@ApplicationTest
class WorkshopIT {

    private static final String FILE = "urging.bpmn";
    private static final String ADDRESS = "/api/v1/models/" + FILE;
    private static final String BOUNDARY = "modeler-boundary";

    @Autowired
    private HttpApi api;
    @Autowired
    private Workshop workshop;
    @Autowired
    private Scenario scenario;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private Footprint footprint;

    /** Tests share the application: the shipped file is in force again. */
    @AfterEach
    void backToTheShippedFile() {
        if (workshop.shippedDiffers(FILE, scenario.actor("admin"))) {
            workshop.returnTo(FILE, 0, "恢复随软件发布的版本", version(), scenario.actor("admin"));
        }
    }

    @Test
    void aVersionIsDeployedWithItsReasonAndLeavesOneRow() {
        int before = version();
        long rows = footprint.auditRows();
        String xml = changed("催报（改）");
        Answer answer = deploy(xml, "名称改得更清楚", before);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("version").asInt()).isEqualTo(before + 1);
        assertThat(footprint.auditRows()).isEqualTo(rows + 1);
        List<AuditEntry> trail = audit.of("model/" + FILE);
        assertThat(trail.get(trail.size() - 1).detail()).contains("名称改得更清楚", Sha256.of(bytes(xml)),
                Sha256.of(bytes(shipped())));
        Deployed now = workshop.history(FILE, scenario.actor("auditor")).get(0);
        assertThat(now.version().name()).isEqualTo("催报（改）");
        assertThat(now.version().shipped()).isFalse();
        assertThat(now.record().reason()).isEqualTo("名称改得更清楚");
        assertThat(workshop.content(FILE, before + 1, scenario.actor("auditor"))).isEqualTo(bytes(xml));
        assertThat(api.browser("auditor").get("/admin/models/" + FILE).text()).contains("名称改得更清楚", "催报（改）");
    }

    @Test
    void whatTheGateObjectsToIsNamedInBothLanguagesAndChangesNothing() {
        String hostile = shipped().replace("${urgeNext}", "${''.getClass().forName('java.lang.Runtime')}");
        long rows = footprint.auditRows();
        int before = version();
        JsonNode found = api.as("admin").post(ADDRESS + "/check", Map.of("xml", hostile)).json();
        assertThat(found).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.path("element").asText()).isEqualTo("ServiceTask_UrgeNext");
            assertThat(problem.path("name").asText()).isEqualTo("分批催报");
            assertThat(problem.path("refuses").asBoolean()).isTrue();
            assertThat(problem.path("zh").asText()).contains("委托");
            assertThat(problem.path("en").asText()).contains("delegate");
        });
        Answer refused = deploy(hostile, "因为可以", before);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).containsKey("ServiceTask_UrgeNext");
        assertThat(version()).isEqualTo(before);
        assertThat(footprint.auditRows()).isEqualTo(rows);
    }

    @Test
    void withoutAReasonOrAChangeNothingIsDeployed() {
        int before = version();
        assertThat(deploy(changed("x"), " 改 ", before).errors()).containsKey("reason");
        assertThat(deploy(shipped(), "没有改动的部署", before).status()).isEqualTo(409);
        assertThat(version()).isEqualTo(before);
    }

    /** The engine has less room for the name of a deployment. */
    @Test
    void aReasonMayBeAsLongAsThePageSays() {
        String reason = "改".repeat(400);
        Answer answer = deploy(changed("催报（长）"), reason, version());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(workshop.history(FILE, scenario.actor("admin")).get(0).record().reason()).isEqualTo(reason);
    }

    @Test
    void ofTwoAdministratorsAtOnceTheSecondIsToldWhoWasFirst() throws Exception {
        int before = version();
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Answer> answers = new ArrayList<>();
        try {
            List<Callable<Answer>> calls = List.of(() -> deploy(changed("甲"), "甲的修改原因", before),
                    () -> deploy(changed("乙"), "乙的修改原因", before));
            for (Future<Answer> answer : both.invokeAll(calls)) {
                answers.add(answer.get());
            }
        } finally {
            both.shutdown();
        }
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        Answer second = answers.stream().filter(a -> a.status() == 409).findFirst().orElseThrow();
        assertThat(second.detail()).contains("第 " + (before + 1) + " 版", scenario.actor("admin").name());
        assertThat(version()).isEqualTo(before + 1);
    }

    @Test
    void anEarlierVersionComesBackInOneStep() {
        int before = version();
        assertThat(deploy(changed("改错了"), "试一试新的名称", before).status()).isEqualTo(201);
        HttpApi.Caller admin = api.browser("admin").withToken().with("Content-Type", "application/x-www-form-urlencoded");
        String form = "version=" + before + "&base=" + (before + 1) + "&reason=" + HttpApi.encoded("改错了，恢复原样");
        assertThat(admin.post("/admin/models/" + FILE + "/return", form).status()).isEqualTo(302);
        assertThat(version()).isEqualTo(before + 2);
        assertThat(workshop.content(FILE, before + 2, scenario.actor("admin"))).isEqualTo(bytes(shipped()));
    }

    @Test
    void auditorsLookAndAdministratorsOfACityDoNot() {
        HttpApi.Caller auditor = api.browser("auditor");
        for (String page : List.of("", "/" + FILE, "/" + FILE + "/edit", "/" + FILE + "/compare", "/deadlines.dmn/edit",
                "/" + FILE + "/content")) {
            assertThat(auditor.get("/admin/models" + page).status()).as(page).isEqualTo(200);
            assertThat(auditor.inEnglish().get("/admin/models" + page).status()).as(page).isEqualTo(200);
            assertThat(api.browser("admin430100").get("/admin/models" + page).status()).as(page).isEqualTo(403);
        }
        assertThat(auditor.get("/admin/models/nothing.bpmn").status()).isEqualTo(404);
        assertThat(auditor.get("/admin/models/" + FILE + "/edit?version=999").status()).isEqualTo(404);
    }

    @Test
    void theDesktopModelerProbesTheVersionAndDeploysAGoodFile() {
        Answer probe = api.as("admin").get("/modeler-api/version");
        assertThat(probe.status()).isEqualTo(200);
        assertThat(probe.json().path("version").asText()).startsWith("7.");
        int before = version();
        Answer deployed = modeler("admin", "桌面工具改的名称", FILE, changed("催报（桌面）"));
        assertThat(deployed.status()).as(deployed.text()).isEqualTo(200);
        JsonNode definition = deployed.json().path("deployedProcessDefinitions").elements().next();
        assertThat(definition.path("key").asText()).isEqualTo("urging");
        assertThat(definition.path("version").asInt()).isEqualTo(before + 1);
        Deployed now = workshop.history(FILE, scenario.actor("admin")).get(0);
        assertThat(now.record().way()).isEqualTo(DeploymentRecord.Way.MODELER);
        assertThat(now.record().reason()).isEqualTo("桌面工具改的名称");
        // sent once more, it is what is in force: nothing new
        Answer again = modeler("admin", "桌面工具改的名称", FILE, changed("催报（桌面）"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("id").asText()).isEqualTo(deployed.json().path("id").asText());
        assertThat(again.json().path("deployedProcessDefinitions").isNull()).isTrue();
        assertThat(version()).isEqualTo(before + 1);
    }

    @Test
    void aFileOfTheDesktopModelerPassesTheGateOnce() {
        Workshop target = AopTestUtils.getTargetObject(workshop);
        ModelLibrary real = (ModelLibrary) ReflectionTestUtils.getField(target, "models");
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        ReflectionTestUtils.setField(target, "models", Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {ModelLibrary.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    return method.invoke(real, arguments);
                }));
        try {
            assertThat(modeler("admin", "桌面工具改的名称", FILE, changed("催报（一次）")).status()).isEqualTo(200);
        } finally {
            ReflectionTestUtils.setField(target, "models", real);
        }
        assertThat(asked).contains("deploy").containsOnlyOnce("problems");
    }

    @Test
    void theDesktopModelerShowsWhyABadFileIsRefused() {
        int before = version();
        Answer refused = modeler("admin", "一个坏文件的原因", FILE,
                shipped().replace("camunda:delegateExpression=\"${urgeNext}\"", "camunda:class=\"x.Y\""));
        assertThat(refused.status()).isEqualTo(400);
        // that program tells a fault of the file by this beginning, and shows the message
        assertThat(refused.json().path("message").asText()).startsWith("ENGINE-09005 Could not parse BPMN process.")
                .contains("[ServiceTask_UrgeNext 分批催报]", "Java 类", "Java classes");
        assertThat(modeler("admin", "", FILE, changed("没有原因")).json().path("message").asText()).contains("Deployment name");
        assertThat(modeler("admin", "别的文件名部署", "other.bpmn", changed("x")).json().path("message").asText())
                .contains(FILE);
        for (String file : List.of("../x.bpmn", "x.exe", "x".repeat(200) + ".bpmn")) {
            Answer unnamed = modeler("admin", "名字不对的文件", file, changed("x"));
            assertThat(unnamed.status()).as(unnamed.text()).isEqualTo(422);
            assertThat(unnamed.json().path("message").asText()).contains("文件名", "file name");
        }
        assertThat(version()).isEqualTo(before);
    }

    @Test
    void onlyAdministratorsOfThePlatformDeployAndNothingElseOfThatInterfaceIsThere() {
        for (String other : List.of("auditor", "province", "city430100", "183810013", "admin430100")) {
            assertThat(modeler(other, "不该能部署的人", FILE, changed("x")).status()).as(other).isEqualTo(403);
            assertThat(api.as(other).get("/modeler-api/version").status()).as(other).isEqualTo(403);
        }
        assertThat(api.nobody().get("/modeler-api/version").status()).isEqualTo(401);
        assertThat(api.as("admin", "wrong").get("/modeler-api/version").status()).isEqualTo(401);
        for (String path : List.of("/deployment", "/process-definition", "/task", "/history/task", "/engine")) {
            assertThat(api.as("admin").get("/modeler-api" + path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aFileOfFiftyMegabytesIsRefusedBeforeItIsRead() {
        Answer refused = modeler("admin", "一个很大的文件", FILE, "x".repeat(50_000_000));
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.json().path("message").asText()).isNotBlank();
        assertThat(deploy("x".repeat(3_000_000), "一个很大的文件", version()).status()).isEqualTo(413);
    }

    private Answer deploy(String xml, String reason, int base) {
        return api.as("admin").post(ADDRESS + "/versions", Map.of("xml", xml, "reason", reason, "baseVersion", base));
    }

    /** As that program sends it: three fields, then the file under its own name. */
    private Answer modeler(String user, String name, String file, String xml) {
        String body = field("deployment-name", name) + field("deployment-source", "Camunda Modeler")
                + field("enable-duplicate-filtering", "true") + "--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"" + file + "\"; filename=\"" + file
                + "\"\r\nContent-Type: text/xml\r\n\r\n" + xml + "\r\n--" + BOUNDARY + "--\r\n";
        return api.as(user).with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .with("Accept", "application/json").postBytes("/modeler-api/deployment/create", bytes(body));
    }

    private static String field(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private int version() {
        return workshop.history(FILE, scenario.actor("admin")).get(0).version().version();
    }

    private static String changed(String name) {
        return shipped().replace("name=\"催报\"", "name=\"" + name + "\"");
    }

    private static String shipped() {
        try {
            return Files.readString(Path.of("processes", FILE));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
