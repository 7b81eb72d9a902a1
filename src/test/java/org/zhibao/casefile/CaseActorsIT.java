package org.zhibao.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.filing.FilingActions;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.oversight.FilingConditions;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.CaseStory;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.Scenario;
import org.zhibao.testing.TestDatabase;

/** Who acted on a case, first and last, says the same as its letters and copies of record, and is what cases are found by. */
@ApplicationTest
class CaseActorsIT {

    private static final String ACTS = "(select filing_id, user_id as person, at from filing_correspondence "
            + "union all select filing_id, user_name, at from filing_correspondence "
            + "union all select filing_id, '', at from filing_correspondence "
            + "union all select filing_id, submitted_by, received_at from filing_revision "
            + "union all select filing_id, '', received_at from filing_revision) x";

    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;
    @Autowired
    private FilingActions actions;
    @Autowired
    private JdbcClient database;

    @Test
    void theyAreExactlyThoseOfLettersAndCopiesOfRecordWithTheirFirstAndLastTime() {
        new CaseStory(scenario, actions).told();
        scenario.at(Stage.SUSPENDED);
        assertThat(count("filing_actor")).isGreaterThan(700);
        String kept = "select org_code, period, person, first_at, last_at from filing_actor";
        String told = "select f.org_code, f.period, x.person, min(x.at), max(x.at) from " + ACTS
                + " join filing f on f.id = x.filing_id group by f.org_code, f.period, x.person";
        for (String difference : List.of(kept + " except " + told, told + " except " + kept)) {
            assertThat(database.sql(difference).query((row, n) -> row.getString("org_code") + " " + row.getString("person"))
                    .list()).as(difference).isEmpty();
        }
    }

    @Test
    void daysBetweenTheFirstAndTheLastActAreLookedAtLetterByLetter() {
        FilingSummary filing = new CaseStory(scenario, actions).told();
        String city = "city" + filing.cityCode();
        at(filing, "SUBMIT", "2001-01-05T08:00:00Z");
        at(filing, "RETURN", "2001-03-05T08:00:00Z");
        for (String found : List.of("from=2001-01-05&until=2001-01-05", "from=2001-02-01&until=2001-03-05",
                "from=2001-03-01&until=2001-03-31", "until=2001-01-05", "from=2001-03-06",
                "from=2001-03-05&until=2001-03-05&person=" + city)) {
            assertThat(found(filing, found)).as(found).isTrue();
        }
        for (String notFound : List.of("from=2001-01-06&until=2001-03-04", "from=2001-03-06&until=2001-12-31",
                "until=2001-01-04", "from=2001-03-05&until=2001-03-05&person=" + filing.orgCode(),
                "from=2001-01-05&until=2001-01-05&person=" + city, "until=2001-03-04&person=" + city)) {
            assertThat(found(filing, notFound)).as(notFound).isFalse();
        }
    }

    /** Without it, H2 sorts all cases of a person for each page. */
    @Test
    void aPageIsReadInTheOrderOfTheIndexOfPersons() {
        CaseQuery query = new CaseQuery(null, null, null, null, "province", null, null, null, "2026Q3.183810013", 25);
        CaseConditions.Asked cases = CaseConditions.cases(query, scenario.actor("auditor"));
        FilingConditions where = CaseConditions.after(cases.where(), query);
        List<String> plan = database.sql("explain select f.*" + cases.tables() + where.sql()
                + CaseConditions.order(query) + " limit 26").params(where.parameters()).query(String.class).list();
        if (!TestDatabase.onPostgres()) {
            assertThat(String.join(" ", plan)).contains("FILING_ACTOR_CASE", "index sorted");
        } else {
            // so few rows are read whole; that the planner may use the index is a matter of the statement alone
            assertThat(String.join(" ", plan)).contains("filing_actor");
        }
    }

    /** What only asks for acts is counted without the filings, the rest with them. */
    @Test
    void runningAndFinishedCasesAreAsManyAsBothTogether() {
        FilingSummary filing = new CaseStory(scenario, actions).told();
        scenario.submitted(scenario.freshFiling());
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        for (String asked : List.of("person=province", "person=city" + filing.cityCode(), "person=" + filing.orgCode(),
                "person=nobody", "from=" + today + "&until=" + today, "until=2001-01-01",
                "period=" + filing.period() + "&from=" + today)) {
            assertThat(total(asked)).as(asked).isEqualTo(total(asked + "&course=RUNNING") + total(asked + "&course=FINISHED"));
        }
        assertThat(total("person=province")).isPositive();
    }

    private long total(String asked) {
        return api.browser("auditor").get("/api/v1/audit/cases?size=1&" + asked).json().path("total").asLong();
    }

    private boolean found(FilingSummary filing, String query) {
        return StreamSupport.stream(api.browser("auditor").get("/api/v1/audit/cases?text=" + filing.orgCode() + "&" + query)
                .json().path("cases").spliterator(), false).anyMatch(c -> c.path("id").asLong() == filing.id());
    }

    /** Dates the first act of a person, its copy of record with it. */
    private void at(FilingSummary filing, String action, String time) {
        OffsetDateTime at = OffsetDateTime.parse(time);
        database.sql("update filing_correspondence set at = :at where id = (select min(id) from filing_correspondence "
                        + "where filing_id = :id and action = :action)").param("at", at).param("id", filing.id())
                .param("action", action).update();
        if (action.equals("SUBMIT")) {
            database.sql("update filing_revision set received_at = :at where filing_id = :id and number = 1")
                    .param("at", at).param("id", filing.id()).update();
        }
        database.sql("update filing_actor set first_at = (select min(x.at) from " + ACTS + " where x.filing_id = :id "
                        + "and x.person = filing_actor.person) where org_code = :unit and period = :period")
                .param("id", filing.id()).param("unit", filing.orgCode()).param("period", filing.period()).update();
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
