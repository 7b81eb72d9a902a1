package org.zhibao.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingDossier.Correspondence;
import org.zhibao.refusal.Refusal;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;

/** What an enterprise has to do about a return: correct, or say why the figures stand (W26, W35). */
@ApplicationTest
class ReturnAnswerIT {

    private static final String REASON = "在线流量计六月检定合格，排放量按其累计数填报";

    @Autowired
    private Scenario scenario;
    @Autowired
    private FilingDrafts drafts;
    @Autowired
    private FilingActions actions;
    @Autowired
    private FilingDesk desk;

    @Test
    void aReturnedReportThatIsNeitherChangedNorExplainedIsRefusedAndStaysReturned() {
        FilingSummary filing = returned();
        assertThatThrownBy(() -> submit(filing, scenario.report(filing))).isInstanceOf(Refusal.class)
                .hasMessageContaining("submission.answer-missing");
        assertThat(scenario.now(filing).status()).isEqualTo(FilingStatus.RETURNED);
        assertThat(scenario.now(filing).revision()).isEqualTo(1);
    }

    @Test
    void aFigureThatChangesAnswersTheReturn() {
        FilingSummary filing = returned();
        assertThat(submit(filing, scenario.reportWith(filing, Map.of("A10", "新联系人"))).received()).isTrue();
    }

    @Test
    void aReasonAnswersTheReturnAndGoesOnRecordAndIntoTheCorrespondence() {
        FilingSummary filing = returned();
        assertThat(submit(filing, answering(filing, "return/1")).received()).isTrue();
        Actor city = scenario.city(filing);
        assertThat(desk.dossier(filing.id(), city).correspondence()).last()
                .extracting(Correspondence::action, Correspondence::reason)
                .containsExactly(FilingAction.SUBMIT, REASON);
        assertThat(desk.revision(filing.id(), 2, city).document().explanations()).containsEntry("return/1", REASON);
    }

    @Test
    void theAnswerToAnEarlierReturnDoesNotAnswerTheNext() {
        FilingSummary filing = returned();
        submit(filing, answering(filing, "return/1"));
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
        assertThatThrownBy(() -> submit(filing, answering(filing, "return/1"))).isInstanceOf(Refusal.class);
        assertThat(submit(filing, answering(filing, "return/2")).received()).isTrue();
    }

    private FilingSummary returned() {
        FilingSummary filing = scenario.submitted(scenario.freshFiling());
        scenario.decide(filing, FilingAction.RETURN, scenario.city(filing));
        return filing;
    }

    private ReportDocument answering(FilingSummary filing, String key) {
        ReportDocument report = scenario.report(filing);
        return new ReportDocument(report.values(), report.rows(), Map.of(key, REASON), report.signatories());
    }

    /** Without the answer that the scenario itself would add. */
    private FilingActions.Submission submit(FilingSummary filing, ReportDocument report) {
        Actor unit = scenario.unit(filing);
        int version = drafts.read(filing.id(), unit).version();
        int saved = drafts.save(filing.id(), version, report, unit).version();
        return actions.submit(filing.id(), saved, UUID.randomUUID().toString(), unit);
    }
}
