package org.zhibao.filing.web;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingDossier;
import org.zhibao.filing.FilingDossier.AvailableAction;

/**
 * What the decision panel of a report offers to its reader.
 *
 * @param choices  decisions the reader may take now
 * @param refusals why it may not take the others, each reason once
 */
record DecisionPanel(List<Choice> choices, boolean mayClaim, boolean mayRelease, boolean mayWithdraw, boolean mayWrite,
                     List<AvailableAction> refusals) {

    private static final Set<FilingAction> DECISIONS = EnumSet.of(FilingAction.FORWARD, FilingAction.RETURN,
            FilingAction.ACCEPT, FilingAction.FEED_BACK, FilingAction.REMARK, FilingAction.REPORT,
            FilingAction.MINISTRY_FEEDBACK, FilingAction.ARCHIVE, FilingAction.REOPEN);

    private static final Set<FilingAction> WITHOUT_REASON = EnumSet.of(FilingAction.FORWARD, FilingAction.ACCEPT,
            FilingAction.REPORT, FilingAction.ARCHIVE);

    private static final Set<FilingAction> SENT_BACK = EnumSet.of(FilingAction.RETURN, FilingAction.FEED_BACK,
            FilingAction.MINISTRY_FEEDBACK, FilingAction.REOPEN);

    /**
     * One decision.
     *
     * @param needsReason whether a reason must be given
     * @param needsLimit  whether a time limit must be given
     * @param picksFields whether the cells concerned may be named
     */
    record Choice(FilingAction action, boolean needsReason, boolean needsLimit, boolean picksFields) {

        /** Whether the enterprise is asked point by point. */
        public boolean asksPoints() {
            return action == FilingAction.RETURN || action == FilingAction.REOPEN;
        }

        /** Whether findings that must be confirmed hold it up. */
        public boolean confirms() {
            return action == FilingAction.FORWARD || action == FilingAction.ACCEPT;
        }
    }

    /** Whether the reader may let the report go on, and so confirm findings. */
    public boolean mayConfirm() {
        return choices.stream().anyMatch(Choice::confirms);
    }

    /** Whether the reader may ask the enterprise point by point. */
    public boolean mayAsk() {
        return choices.stream().anyMatch(Choice::asksPoints);
    }

    static DecisionPanel of(FilingDossier dossier) {
        var choices = dossier.actions().stream().filter(AvailableAction::allowed).map(AvailableAction::action)
                .filter(DECISIONS::contains).sorted(Comparator.naturalOrder())
                .map(a -> new Choice(a, !WITHOUT_REASON.contains(a), SENT_BACK.contains(a), SENT_BACK.contains(a)))
                .toList();
        return new DecisionPanel(choices, dossier.may(FilingAction.CLAIM), dossier.may(FilingAction.RELEASE),
                dossier.may(FilingAction.WITHDRAW), dossier.may(FilingAction.SAVE), refusals(dossier, choices));
    }

    private static List<AvailableAction> refusals(FilingDossier dossier, List<Choice> choices) {
        if (dossier.may(FilingAction.SAVE) || !choices.isEmpty() || dossier.may(FilingAction.CLAIM)) {
            return List.of();
        }
        var seen = new HashSet<String>();
        return dossier.actions().stream().filter(a -> !a.allowed() && a.refusal() != null)
                .filter(a -> seen.add(a.refusal())).toList();
    }

    /** Whether there is nothing to do and nothing to explain. */
    public boolean empty() {
        return choices.isEmpty() && refusals.isEmpty() && !mayClaim && !mayWithdraw && !mayWrite;
    }
}
