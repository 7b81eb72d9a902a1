package org.zhibao.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;
import org.zhibao.refusal.Refusal;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;

/** Urging (催报): whom, how often, by whom, and what is kept of it. */
@ApplicationTest
class UrgingIT {

    @Autowired
    private Scenario scenario;
    @Autowired
    private Urgings urgings;
    @Autowired
    private UrgingRecord record;
    @Autowired
    private Inbox inbox;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private ManagementService jobs;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private HistoryService history;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void anUrgedEnterpriseFindsItInItsInboxAndTheRecordSaysWhenItWasRead() {
        FilingSummary filing = scenario.freshFiling();
        Actor city = scenario.city(filing);
        assertThat(urgings.preview(UrgingScope.of(filing.id()), city)).isEqualTo(new UrgingPreview(1, 0, 0, 0, 0));
        long id = urge(UrgingScope.of(filing.id()), " 请于今日内上报 ", city);

        UrgingRecord.Target target = record.targets(id, UrgingRecord.Filter.ALL, null, 10, city).targets().get(0);
        assertThat(target.outcome()).isEqualTo(UrgingOutcome.URGED);
        assertThat(target.told()).singleElement().satisfies(told -> {
            assertThat(told.userId()).isEqualTo(filing.orgCode());
            assertThat(told.readAt()).isNull();
        });
        assertThat(record.targets(id, UrgingRecord.Filter.UNREAD, null, 10, city).total()).isEqualTo(1);
        Inbox.Item item = inbox.page(scenario.unit(filing), true, null, 10).items().get(0);
        assertThat(item.kind()).isEqualTo(NoticeKind.URGED_FILL_IN);
        assertThat(item.note()).isEqualTo("请于今日内上报");

        inbox.open(item.id(), scenario.unit(filing));
        assertThat(record.targets(id, UrgingRecord.Filter.UNREAD, null, 10, city).total()).isZero();
        assertThat(record.ofFiling(filing.id())).singleElement().satisfies(urged -> {
            assertThat(urged.byName()).isEqualTo(city.name());
            assertThat(urged.sentence()).isEqualTo("请于今日内上报");
            assertThat(urged.target().told().get(0).readAt()).isNotNull();
        });
        assertThat(audit.of("urging/" + id)).singleElement().satisfies(row -> {
            assertThat(row.action()).isEqualTo("URGE");
            assertThat(row.userId()).isEqualTo(city.userId());
        });
    }

    @Test
    void aUnitIsUrgedOncePerDayByEachLevel() {
        FilingSummary filing = scenario.freshFilingIn("430100");
        UrgingScope scope = UrgingScope.of(filing.id());
        urge(scope, "", scenario.city(filing));
        assertThat(urgings.preview(scope, scenario.city(filing))).isEqualTo(new UrgingPreview(0, 0, 0, 1, 0));
        assertThatThrownBy(() -> start(scope, "", scenario.actor("city430100b"))).isInstanceOfSatisfying(Refusal.class,
                refused -> assertThat(refused.text().key()).isEqualTo("urging.nobody"));
        urge(scope, "", scenario.province());
        assertThat(record.ofFiling(filing.id())).hasSize(2);
    }

    @Test
    void aUnitIsUrgedThreeTimesInSevenDaysAtTheMost() {
        FilingSummary filing = scenario.freshFiling();
        UrgingScope scope = UrgingScope.of(filing.id());
        for (int i = 0; i < 3; i++) {
            urge(scope, "", scenario.city(filing));
            jdbc.sql("update urging_target set at = at - interval '1' day where filing_id = ?").param(filing.id()).update();
        }
        assertThat(urgings.preview(scope, scenario.city(filing)).capped()).isEqualTo(1);
        jdbc.sql("update urging_target set at = at - interval '5' day where filing_id = ?").param(filing.id()).update();
        assertThat(urgings.preview(scope, scenario.city(filing)).units()).isEqualTo(1);
    }

    @Test
    void allOfAFilterAreUrgedInChunksAndWhoSubmittedMeanwhileIsNot() {
        Actor city = scenario.actor("city430400");
        UrgingScope scope = new UrgingScope(null, scenario.period(), "430400", null, null, null);
        UrgingPreview preview = urgings.preview(scope, city);
        assertThat(preview.units()).isGreaterThan(3);
        long id = start(scope, "", city);
        FilingSummary submitted = scenario.submitted(scenario.freshFilingIn("430400"));
        assertThat(record.urging(id, city).finished()).isFalse();

        workOff(id);
        Urging done = record.urging(id, city);
        assertThat(done.finished()).isTrue();
        assertThat(done.urged()).isEqualTo(preview.units() - 1);
        assertThat(record.ofFiling(submitted.id())).isEmpty();
        assertThat(jdbc.sql("select count(*) from notice where urging_id = ?").param(id).query(Long.class).single())
                .isEqualTo(done.urged());
        assertThat(jdbc.sql("select count(*) from urging_target t join filing f on f.id = t.filing_id "
                + "where t.urging_id = ? and f.city_code <> '430400'").param(id).query(Long.class).single()).isZero();
    }

    @Test
    void theProvinceUrgesACitysReviewersOnceForAllItsReports() {
        FilingSummary one = scenario.submitted(scenario.freshFilingIn("430500"));
        FilingSummary two = scenario.submitted(scenario.freshFilingIn("430500"));
        UrgingScope scope = new UrgingScope(null, scenario.period(), "430500", FilingStatus.SUBMITTED, null, null);
        UrgingPreview preview = urgings.preview(scope, scenario.province());
        assertThat(preview.cityReports()).isGreaterThanOrEqualTo(2);
        assertThat(preview.cities()).isEqualTo(1);
        assertThat(urgings.preview(scope, scenario.actor("city430500"))).as("a city does not urge itself")
                .satisfies(own -> assertThat(own.anybody()).isFalse());

        long id = urge(scope, "请抓紧审核", scenario.province());
        List<Inbox.Item> items = inbox.page(scenario.actor("city430500"), false, null, 100).items().stream()
                .filter(item -> item.kind() == NoticeKind.URGED_CITY).toList();
        assertThat(items).hasSize(1);
        assertThat(items.get(0).text().arguments()).contains(String.valueOf(preview.cityReports()));
        assertThat(record.ofFiling(one.id()).get(0).target().told()).extracting(UrgingRecord.Told::userId)
                .containsExactly("city430500");
        assertThat(record.targets(id, UrgingRecord.Filter.UNREAD, null, 100, scenario.province()).targets())
                .extracting(UrgingRecord.Target::filingId).contains(one.id(), two.id());
        assertThat(urgings.preview(scope, scenario.province()).capped()).isEqualTo(preview.cityReports());
    }

    @Test
    void nobodyUrgesOutsideItsAreaOrWithoutBeingAReviewer() {
        FilingSummary filing = scenario.freshFilingIn("430100");
        UrgingScope one = UrgingScope.of(filing.id());
        UrgingScope area = new UrgingScope(null, null, "430100", null, null, null);
        UrgingScope county = new UrgingScope(null, null, "430103", null, null, null);
        forbidden(one, scenario.actor("city430200"));
        forbidden(area, scenario.actor("city430200"));
        forbidden(county, scenario.actor("city430200"));
        forbidden(area, scenario.actor("county430102"));
        forbidden(county, scenario.actor("county430102"));
        forbidden(one, scenario.unit(filing));
        forbidden(one, scenario.actor("auditor"));
        forbidden(one, scenario.actor("admin"));
        assertThat(record.ofFiling(filing.id())).isEmpty();
    }

    @Test
    void aFilterWithoutAnAreaStaysWithinTheOwnOne() {
        FilingSummary elsewhere = scenario.freshFilingIn("430700");
        UrgingScope text = new UrgingScope(null, null, null, null, null, elsewhere.orgCode());
        assertThat(urgings.preview(text, scenario.actor("city430100"))).isEqualTo(new UrgingPreview(0, 0, 0, 0, 0));
        assertThat(urgings.preview(text, scenario.actor("city430700")).units()).isEqualTo(1);
    }

    @Test
    void aCityReadsTheRecordOfItsCountiesAndOthersDoNot() {
        FilingSummary filing = scenario.freshFilingIn("430100");
        jdbc.sql("update filing set county_code = '430102' where id = ?").param(filing.id()).update();
        long id = urge(UrgingScope.of(filing.id()), "", scenario.actor("county430102"));
        assertThat(record.urging(id, scenario.actor("city430100")).level().name()).isEqualTo("COUNTY");
        assertThat(record.page(scenario.actor("county430102"), null, 50).urgings()).extracting(Urging::id).contains(id);
        assertThat(record.page(scenario.actor("city430200"), null, 50).urgings()).extracting(Urging::id)
                .doesNotContain(id);
        assertThatThrownBy(() -> record.urging(id, scenario.actor("city430200"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> record.urging(id, scenario.unit(filing))).isInstanceOf(Refusal.class);
        assertThat(record.urging(id, scenario.actor("auditor")).id()).isEqualTo(id);
    }

    @Test
    void aDoubleClickUrgesOnce() {
        FilingSummary filing = scenario.freshFiling();
        String key = UUID.randomUUID().toString();
        long first = urgings.start(UrgingScope.of(filing.id()), "", key, scenario.city(filing));
        assertThat(urgings.start(UrgingScope.of(filing.id()), "", key, scenario.city(filing))).isEqualTo(first);
        workOff(first);
        assertThat(record.ofFiling(filing.id())).hasSize(1);
        assertThat(audit.of("urging/" + first)).hasSize(1);
    }

    @Test
    void aChunkThatIsRepeatedUrgesNobodyTwice() {
        FilingSummary filing = scenario.freshFiling();
        long id = start(UrgingScope.of(filing.id()), "", scenario.city(filing));
        urgings.urgeNext(id, 0, 10);
        assertThatThrownBy(() -> urgings.urgeNext(id, 0, 10)).as("the database refuses").isNotNull();
        assertThat(jdbc.sql("select count(*) from notice where urging_id = ?").param(id).query(Long.class).single())
                .isEqualTo(1);
        runtime.deleteProcessInstance(instance(id), "its chunk was done by the test");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 4000})
    void aSentenceThatIsTooLongIsRefusedAndNothingHappens(int length) {
        FilingSummary filing = scenario.freshFiling();
        assertThatThrownBy(() -> start(UrgingScope.of(filing.id()), "催".repeat(length), scenario.city(filing)))
                .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.fields())
                        .extracting(Refusal.FieldError::field).containsExactly("sentence"));
        assertThat(record.ofFiling(filing.id())).isEmpty();
    }

    @Test
    void whatIsDoneOrInReviewIsLeftOut() {
        FilingSummary filing = scenario.at(Stage.CITY_REVIEW);
        UrgingScope scope = UrgingScope.of(filing.id());
        assertThat(urgings.preview(scope, scenario.city(filing))).isEqualTo(new UrgingPreview(0, 0, 0, 0, 1));
        assertThatThrownBy(() -> start(scope, "", scenario.city(filing))).isInstanceOf(Refusal.class);
    }

    private void forbidden(UrgingScope scope, Actor actor) {
        assertThatThrownBy(() -> urgings.preview(scope, actor)).as(actor.userId()).isInstanceOfSatisfying(Refusal.class,
                refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        assertThatThrownBy(() -> start(scope, "", actor)).isInstanceOf(Refusal.class);
    }

    private long start(UrgingScope scope, String sentence, Actor actor) {
        return urgings.start(scope, sentence, UUID.randomUUID().toString(), actor);
    }

    private long urge(UrgingScope scope, String sentence, Actor actor) {
        long id = start(scope, sentence, actor);
        workOff(id);
        return id;
    }

    private String instance(long urgingId) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey("urging-" + urgingId)
                .singleResult().getId();
    }

    private void workOff(long urgingId) {
        List<Job> due;
        do {
            due = jobs.createJobQuery().processInstanceId(instance(urgingId)).messages().list();
            due.forEach(job -> jobs.executeJob(job.getId()));
        } while (!due.isEmpty());
        assertThat(jdbc.sql("select finished_at from urging where id = ?").param(urgingId)
                .query(java.time.OffsetDateTime.class).single()).isNotNull();
    }
}
