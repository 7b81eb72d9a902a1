package org.zhibao.filing;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhibao.indicator.FormDefinition;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.Registry;

/** Refuses a decision that says too little: no reason, no time limit, cells the report does not have. */
@Component
class DecisionCheck {

    /** Decisions that complete a reviewer's task. */
    static final Set<FilingAction> COMPLETING = EnumSet.of(FilingAction.FORWARD, FilingAction.RETURN,
            FilingAction.ACCEPT, FilingAction.FEED_BACK, FilingAction.REMARK);

    private static final Set<FilingAction> TELLING = EnumSet.of(FilingAction.REPORT, FilingAction.MINISTRY_FEEDBACK,
            FilingAction.ARCHIVE, FilingAction.SUSPEND);
    private static final Set<FilingAction> WITH_REASON = EnumSet.of(FilingAction.RETURN, FilingAction.FEED_BACK,
            FilingAction.REMARK, FilingAction.MINISTRY_FEEDBACK, FilingAction.SUSPEND);
    private static final Set<FilingAction> WITH_LIMIT = EnumSet.of(FilingAction.RETURN, FilingAction.FEED_BACK,
            FilingAction.MINISTRY_FEEDBACK);

    private final StageDues dues;
    private final IndicatorCatalogue catalogue;
    private final Registry registry;

    DecisionCheck(StageDues dues, IndicatorCatalogue catalogue, Registry registry) {
        this.dues = dues;
        this.catalogue = catalogue;
        this.registry = registry;
    }

    void requireKnown(FilingAction action) {
        if (!COMPLETING.contains(action) && !TELLING.contains(action)) {
            throw Refusal.field("action", "decision.unknown-action");
        }
    }

    /** Gives the end of the time limit; null where the decision needs none. */
    Instant require(Filing filing, Decision decision) {
        if (decision.revision() != 0 && decision.revision() != filing.revision()) {
            throw Refusal.conflict("decision.other-revision", decision.revision(), filing.revision());
        }
        if (WITH_REASON.contains(decision.action()) && decision.reason().isEmpty()) {
            throw Refusal.field("reason", "decision.reason-missing");
        }
        requireLength(decision.reason());
        requireCells(filing, decision.fields());
        return WITH_LIMIT.contains(decision.action()) ? dues.limit(decision.limit()) : null;
    }

    static void requireLength(String reason) {
        if (reason.length() > Decision.REASON_LENGTH) {
            throw Refusal.field("reason", "decision.reason-too-long", Decision.REASON_LENGTH);
        }
    }

    private void requireCells(Filing filing, Set<String> fields) {
        FormDefinition form = catalogue.formFor(registry.require(filing.orgCode()).kinds());
        List<Refusal.FieldError> unknown = fields.stream()
                .filter(f -> form.indicator(f).isEmpty() && form.group(f.replaceFirst("\\[.*", "")).isEmpty())
                .map(f -> new Refusal.FieldError("fields", new Refusal.Text("decision.unknown-cell", shortened(f))))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.fields(unknown);
        }
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
