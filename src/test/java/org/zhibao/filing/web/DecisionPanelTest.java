package org.zhibao.filing.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingDossier.AvailableAction;
import org.zhibao.filing.FilingStatus;

class DecisionPanelTest {

    @Test
    void onlyWhatTheReaderMayDoIsOffered() {
        DecisionPanel panel = panel(may(FilingAction.FORWARD), may(FilingAction.RETURN), mayNot(FilingAction.ACCEPT));
        assertThat(panel.choices()).extracting(DecisionPanel.Choice::action)
                .containsExactly(FilingAction.FORWARD, FilingAction.RETURN);
        assertThat(panel.refusals()).isEmpty();
    }

    @Test
    void sendingBackAsksForReasonTimeLimitAndCells() {
        assertThat(panel(may(FilingAction.RETURN)).choices())
                .containsExactly(new DecisionPanel.Choice(FilingAction.RETURN, true, true, true));
        assertThat(panel(may(FilingAction.REMARK)).choices())
                .containsExactly(new DecisionPanel.Choice(FilingAction.REMARK, true, false, false));
        assertThat(panel(may(FilingAction.FORWARD)).choices())
                .containsExactly(new DecisionPanel.Choice(FilingAction.FORWARD, false, false, false));
    }

    @Test
    void whoMayDoNothingIsToldWhyOnce() {
        DecisionPanel panel = panel(mayNot(FilingAction.CLAIM), mayNot(FilingAction.FORWARD));
        assertThat(panel.choices()).isEmpty();
        assertThat(panel.refusals()).singleElement()
                .satisfies(r -> assertThat(r.refusal()).isEqualTo("action.wrong-stage"));
        assertThat(panel.empty()).isFalse();
    }

    @Test
    void whoMayClaimIsNotToldWhatItMayNotDoYet() {
        DecisionPanel panel = panel(may(FilingAction.CLAIM), mayNot(FilingAction.FORWARD), may(FilingAction.SUSPEND));
        assertThat(panel.mayClaim()).isTrue();
        assertThat(panel.refusals()).isEmpty();
    }

    @Test
    void aReaderWithoutAnyActionSeesThatThereIsNothingToDo() {
        assertThat(panel().empty()).isTrue();
    }

    private static DecisionPanel panel(AvailableAction... actions) {
        return DecisionPanel.of(Samples.dossier(FilingStatus.CITY_REVIEW, actions));
    }

    private static AvailableAction may(FilingAction action) {
        return new AvailableAction(action, true, null, "");
    }

    private static AvailableAction mayNot(FilingAction action) {
        return new AvailableAction(action, false, "action.wrong-stage", "长沙市");
    }
}
