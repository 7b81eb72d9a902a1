package org.zhibao.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhibao.suspension.SuspensionSamples.API;
import static org.zhibao.suspension.SuspensionSamples.WHY;
import static org.zhibao.suspension.SuspensionSamples.declaration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** The pages of suspensions as forms send them: the county's list, a declaration, a verification. */
@ApplicationTest
class SuspensionPagesIT {

    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;

    @Test
    void aCountyDeclaresSeveralUnitsAtOnceAllOrNone() {
        FilingSummary one = scenario.freshFiling();
        FilingSummary other = scenario.freshFilingWhere(u -> u.countyCode().equals(one.countyCode()));
        HttpApi.Caller county = api.browser(scenario.county(one).userId());
        assertThat(county.get("/suspensions/units").text()).contains(one.unitName(), other.unitName());
        String both = "period=" + one.period() + "&to=" + one.period() + "&kind=STOPPED&unit=" + one.orgCode() + "&unit="
                + other.orgCode() + "&why-" + one.orgCode() + "=" + HttpApi.encoded(WHY);
        Answer half = form(county, "/suspensions/units", both + "&why-" + other.orgCode() + "=x");
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.text()).contains("zb-alert--bad", other.unitName(), WHY);
        assertThat(listed(one)).as("none was declared").isZero();

        Answer done = form(county, "/suspensions/units", both + "&why-" + other.orgCode() + "="
                + HttpApi.encoded("市场原因停产，设备封存"));
        assertThat(done.status()).as(done.text()).isEqualTo(302);
        assertThat(listed(one)).isEqualTo(1);
        assertThat(listed(other)).isEqualTo(1);
        assertThat(county.get("/suspensions/units").text()).contains("待市级核实", WHY);
        assertThat(form(county, "/suspensions/units", "period=" + one.period() + "&kind=STOPPED").status())
                .as("nothing ticked").isEqualTo(422);
        assertThat(api.browser("city" + one.cityCode()).get("/suspensions/units").status()).isEqualTo(403);
    }

    @Test
    void theCityFindsReadsAndDecidesItOnThePages() {
        FilingSummary filing = scenario.freshFiling();
        HttpApi.Caller unit = api.browser(filing.orgCode());
        assertThat(unit.get("/").text()).contains("/suspensions/new?from=" + filing.period());
        assertThat(unit.get("/suspensions/new?from=" + filing.period()).text()).contains(filing.unitName());
        Answer declared = form(unit, "/suspensions", "orgCode=" + filing.orgCode() + "&from=" + filing.period() + "&to="
                + filing.period() + "&kind=CLOSED&explanation=" + HttpApi.encoded(WHY));
        assertThat(declared.status()).as(declared.text()).isEqualTo(302);
        String page = declared.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", "");
        assertThat(unit.get("/").text()).as("on the home page").contains(page);

        HttpApi.Caller city = api.browser("city" + filing.cityCode());
        assertThat(city.get("/suspensions").text()).contains(filing.unitName(), page);
        assertThat(city.get("/filings/" + filing.id()).text()).contains(page);
        assertThat(city.get("/forms" + page).text()).contains(WHY, page);
        assertThat(form(city, page + "/decision", "accepted=false&reason=").text()).contains("zb-alert--bad");
        assertThat(form(city, page + "/decision", "accepted=true&reason=").status()).isEqualTo(302);
        assertThat(scenario.now(filing).stage()).isEqualTo(Stage.SUSPENDED);
        assertThat(city.inEnglish().get(page).text()).contains("Verified").doesNotContain("??");
    }

    @Test
    void aDeclarationThatIsRefusedKeepsWhatWasWritten() {
        FilingSummary filing = scenario.freshFiling();
        HttpApi.Caller city = api.browser("city" + filing.cityCode());
        assertThat(city.get("/suspensions/new?orgCode=123").status()).as("no such unit").isEqualTo(422);
        Answer refused = form(city, "/suspensions", "orgCode=" + filing.orgCode() + "&from=" + filing.period()
                + "&kind=SEASONAL&explanation=" + HttpApi.encoded("停产了"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("停产了", "zb-alert--bad", "至少 10 个");
        assertThat(api.browser("province").get("/suspensions/new").status()).isEqualTo(403);
        assertThat(api.as("city" + filing.cityCode()).post(API, declaration(filing)).json().at("/suspension/state")
                .asText()).as("verified by declaring it").isEqualTo("IN_FORCE");
    }

    private long listed(FilingSummary filing) {
        return api.as(filing.orgCode()).get(API + "?period=" + filing.period() + "&state=DECLARED").json()
                .path("total").asLong();
    }

    private static Answer form(HttpApi.Caller browser, String path, String body) {
        return browser.withToken().with("Content-Type", "application/x-www-form-urlencoded").post(path, body);
    }
}
