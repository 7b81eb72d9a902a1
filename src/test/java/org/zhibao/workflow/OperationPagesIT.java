package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.zhibao.filing.FilingSummary;
import org.zhibao.period.Quarter;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** The pages of running cases, as an administrator goes through them: plan, dry run, move, try again. */
@ApplicationTest
class OperationPagesIT {

    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;

    private final Quarter quarter = ClockScenario.quarterAhead();
    private ClockScenario clocks;
    private FilingModels models;

    @BeforeEach
    void prepare(@Autowired AutowireCapableBeanFactory beans) {
        clocks = new ClockScenario(beans);
        models = new FilingModels(beans);
    }

    @AfterEach
    void restore() {
        models.restore();
        clocks.close(quarter);
    }

    @Test
    void anAdministratorPlansTriesAndMoves() {
        int old = models.deploy(FilingModels.withRenamedReview());
        clocks.open(quarter, 2);
        FilingSummary filing = scenario.submitted(clocks.filings(quarter).get(0));
        int next = models.deploy(FilingModels.shipped());
        HttpApi.Caller admin = api.browser("admin").withToken()
                .with("Content-Type", "application/x-www-form-urlencoded");

        assertThat(admin.get("/admin/cases").text()).contains("企业季报直报", "有案件在旧版本", "市级审查");
        String chosen = "from=" + old + "&to=" + next;
        assertThat(admin.get("/admin/cases/filing?" + chosen).text())
                .contains("有 1 个案件所在的环节在新版本中没有对应", "name=\"step." + FilingModels.EXAMINATION + "\"");
        assertThat(admin.post("/admin/cases/filing/check", chosen + "&step." + FilingModels.EXAMINATION
                + "=UserTask_CityFeedback&step.UserTask_FillIn=Gateway_AwaitMinistry").text())
                .as("of another kind").contains("不能按所选方式迁移");

        // as the form sends what is left where it stands
        String dryRun = admin.post("/admin/cases/filing/check", chosen + "&step." + FilingModels.EXAMINATION + "=")
                .headers().firstValue("Location").orElseThrow();
        assertThat(admin.post("/admin/cases/filing/check", chosen).text()).contains("请等待完成后再试");
        assertThat(admin.get(dryRun)).satisfies(page -> {
            assertThat(page.headers().firstValue("Refresh")).isPresent();
            assertThat(page.text()).contains("等待执行");
        });
        models.run();
        Answer tried = admin.get(dryRun);
        assertThat(tried.headers().firstValue("Refresh")).isEmpty();
        assertThat(tried.text()).contains("有 1 个案件不能迁移", "没有为其所在环节指定", filing.unitName(), "开始迁移")
                .as("steps by their names, their ids as hints")
                .contains("title=\"" + FilingModels.EXAMINATION + "\">市级审查<", "title=\"UserTask_FillIn\">企业填报<")
                .doesNotContain(">" + FilingModels.EXAMINATION, ">UserTask_FillIn", "单独指定的环节");

        assertThat(admin.post(dryRun + "/move", "reason=x").status()).isEqualTo(422);
        String move = admin.post(dryRun + "/move", "reason=" + HttpApi.encoded("流程修订")).headers()
                .firstValue("Location").orElseThrow();
        models.run();
        assertThat(admin.get(move).text()).contains("有 1 个案件没有迁移", "重试未迁移的案件", "流程修订",
                "/admin/cases/filing?to=" + next);
        Answer rest = admin.with("Content-Type", "application/json").post("/api/v1/case-moves", Map.of("process", "filing",
                "from", List.of(old), "to", next, "reason", "流程修订", "steps",
                Map.of(FilingModels.EXAMINATION, FilingModels.CITY_REVIEW)));
        assertThat(rest.status()).as(rest.text()).isEqualTo(202);
        models.run();
        String finished = "/admin/cases/moves/" + rest.json().path("id").asLong();
        assertThat(admin.get("/api/v1/case-moves/" + rest.json().path("id").asLong()).json().at("/outcomes/MOVED").asInt())
                .isEqualTo(1);
        assertThat(admin.inEnglish().get(finished).text()).contains("All 1 cases have moved.")
                .as("what was mapped by hand, by the names of both versions").contains("Steps mapped by hand",
                        "title=\"" + FilingModels.EXAMINATION + "\">市级审查</span> → ",
                        "title=\"" + FilingModels.CITY_REVIEW + "\">市级审核<");
        assertThat(api.browser("auditor").get(finished).text()).contains("已全部迁移").doesNotContain("<form class=\"zb-panel");
    }
}
