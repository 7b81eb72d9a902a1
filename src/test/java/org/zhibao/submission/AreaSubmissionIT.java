package org.zhibao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.period.PeriodState;
import org.zhibao.period.Periods;
import org.zhibao.registry.Registry;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;
import org.zhibao.testing.SmallPeriod;

/** A period on its pages: the roster is confirmed, cities sign, the province decides, signs itself and archives (W25). */
@ApplicationTest
class AreaSubmissionIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String EXPLAINED = "企业停产检修，月底补报";

    @Autowired
    private SmallPeriod small;
    @Autowired
    private Scenario scenario;
    @Autowired
    private Periods periods;
    @Autowired
    private Registry registry;
    @Autowired
    private HttpApi api;

    @Test
    void aPeriodGoesFromItsRosterToTheArchiveOnItsPages() {
        String period = "2020Q3";
        small.plan(period);
        HttpApi.Caller admin = api.browser("admin");
        assertThat(admin.get(address(period, "/roster?part=ALL")).text()).contains(small.units().get(0).name())
                .doesNotContain(">null");
        String left = small.units().get(2).orgCode();
        assertThat(post(admin, address(period, "/roster/adjust"), "kind=LEFT_OUT&reason=&orgCode=" + left).status())
                .as("left out without a reason").isEqualTo(422);
        assertThat(post(admin, address(period, "/roster/adjust"), "kind=LEFT_OUT&reason=已关闭停产&orgCode=" + left)
                .status()).isEqualTo(302);
        assertThat(post(admin, address(period, "/roster/confirm"), "atOnce=true").status()).isEqualTo(302);
        assertThat(post(admin, address(period, "/roster/confirm"), "atOnce=true").status()).as("again").isEqualTo(409);
        small.runJobs(period);
        List<FilingSummary> filings = small.filings(period);
        assertThat(filings).extracting(FilingSummary::orgCode).doesNotContain(left).hasSize(2);

        filings.forEach(small::accept);
        String city = filings.get(0).cityCode();
        HttpApi.Caller province = api.browser("province");
        assertThat(post(province, address(period, "/areas/430000/sign"), "").status()).as("before the period closes")
                .isEqualTo(409);
        assertThat(post(admin, address(period, "/close"), "reason=").status()).as("closed without a reason")
                .isEqualTo(422);
        assertThat(post(admin, address(period, "/close"), "reason=全部单位已上报").status()).isEqualTo(302);
        small.runJobs(period);
        Answer early = post(province, address(period, "/areas/430000/sign"), "");
        assertThat(early.status()).as("the city has not signed and nobody says why").isEqualTo(422);
        assertThat(early.text()).contains(registry.region(city).name());
        for (String signing : filings.stream().map(FilingSummary::cityCode).distinct().toList()) {
            String page = address(period, "/areas/" + signing);
            assertThat(post(api.browser("city" + signing), page + "/sign", "").status()).isEqualTo(302);
            assertThat(post(province, page + "/accept", "").status()).isEqualTo(302);
        }
        assertThat(post(province, address(period, "/areas/430000/sign"), "").status()).isEqualTo(302);
        small.runJobs(period);
        assertThat(scenario.now(filings.get(0)).status()).isEqualTo(FilingStatus.REPORTED);

        assertThat(post(api.browser("city" + city), address(period, "/archive"), "").status()).isEqualTo(403);
        assertThat(post(province, address(period, "/archive"), "").status()).isEqualTo(302);
        small.runJobs(period);
        assertThat(periods.require(period).state()).isEqualTo(PeriodState.ARCHIVED);
        assertThat(api.browser("auditor").get("/periods/" + period).text()).contains("已归档").doesNotContain(">null");
    }

    @Test
    void aCityExplainsWhatIsMissingAndTheProvinceReturnsThenAccepts() {
        String period = "2020Q4";
        List<FilingSummary> filings = small.open(period);
        String city = filings.stream().map(FilingSummary::cityCode)
                .filter(c -> filings.stream().filter(f -> f.cityCode().equals(c)).count() == 2).findFirst().orElseThrow();
        List<FilingSummary> mine = filings.stream().filter(f -> f.cityCode().equals(city)).toList();
        small.accept(mine.get(0));
        HttpApi.Caller reviewer = api.browser("city" + city);
        String page = address(period, "/areas/" + city);

        Answer silent = post(reviewer, page + "/sign", "");
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.text()).contains(mine.get(1).unitName());
        Answer tooShort = post(reviewer, page + "/sign", "why-" + mine.get(1).orgCode() + "=停产");
        assertThat(tooShort.status()).isEqualTo(422);
        assertThat(tooShort.text()).as("what was written is still there").contains(">停产</textarea>");
        assertThat(state(period, city)).isEqualTo("OPEN");
        assertThat(post(reviewer, page + "/sign", "why-" + mine.get(1).orgCode() + "=" + EXPLAINED).status())
                .isEqualTo(302);
        assertThat(state(period, city)).isEqualTo("SIGNED");

        HttpApi.Caller province = api.browser("province");
        assertThat(post(reviewer, page + "/accept", "").status()).as("a city decides nothing").isEqualTo(403);
        assertThat(post(province, page + "/return", "reason=&workingDays=3").status()).isEqualTo(422);
        assertThat(post(province, page + "/return", "reason=请核实&workingDays=0").status()).isEqualTo(422);
        assertThat(post(province, page + "/return", "reason=请核实停产情况&workingDays=3").status()).isEqualTo(302);
        assertThat(state(period, city)).isEqualTo("RETURNED");
        assertThat(reviewer.get(page).text()).contains("请核实停产情况").doesNotContain(">null");

        small.accept(mine.get(1));
        assertThat(post(reviewer, page + "/sign", "").status()).isEqualTo(302);
        assertThat(post(province, page + "/accept", "").status()).isEqualTo(302);
        assertThat(post(province, page + "/accept", "").status()).as("twice").isEqualTo(409);
        assertThat(state(period, city)).isEqualTo("ACCEPTED");
        assertThat(api.as("auditor").get("/api/v1" + page + "/signatures/2").text())
                .contains("\"number\":2", mine.get(0).orgCode(), mine.get(1).orgCode());
        small.close(period);
    }

    @Test
    void noCitySeesOrSignsForAnother() {
        String period = "2020Q2";
        String city = small.open(period).get(0).cityCode();
        String page = address(period, "/areas/" + city);
        HttpApi.Caller other = api.browser("city433100");
        assertThat(city).isNotEqualTo("433100");
        assertThat(other.get(page).status()).isEqualTo(403);
        assertThat(post(other, page + "/sign", "common=" + EXPLAINED).status()).isEqualTo(403);
        assertThat(api.as("city433100").post("/api/v1" + page + "/signature", Map.of("explanations", Map.of())).status())
                .isEqualTo(403);
        assertThat(state(period, city)).isEqualTo("OPEN");
        small.close(period);
    }

    private String state(String period, String area) {
        return api.as("auditor").get("/api/v1" + address(period, "/areas/" + area)).json().get("state").asText();
    }

    private static String address(String period, String rest) {
        return "/periods/" + period + rest;
    }

    private static Answer post(HttpApi.Caller browser, String path, String fields) {
        return browser.withToken().with("Content-Type", FORM).post(path, fields);
    }
}
