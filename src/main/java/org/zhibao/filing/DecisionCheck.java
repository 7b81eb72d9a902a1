package org.zhibao.filing;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zhibao.indicator.FormDefinition;
import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Texts;

/** Refuses a decision that says too little: no reason, no time limit, cells the report does not have. */
@Component
class DecisionCheck {

    /** Decisions that complete a reviewer's task. */
    static final Set<FilingAction> COMPLETING = EnumSet.of(FilingAction.FORWARD, FilingAction.RETURN,
            FilingAction.ACCEPT, FilingAction.FEED_BACK, FilingAction.REMARK);

    private static final Set<FilingAction> TELLING = EnumSet.of(FilingAction.REPORT, FilingAction.MINISTRY_FEEDBACK,
            FilingAction.ARCHIVE, FilingAction.REOPEN);
    private static final Set<FilingAction> WITH_REASON = EnumSet.of(FilingAction.RETURN, FilingAction.FEED_BACK,
            FilingAction.REMARK, FilingAction.MINISTRY_FEEDBACK, FilingAction.REOPEN);
    private static final Set<FilingAction> WITH_LIMIT = EnumSet.of(FilingAction.RETURN, FilingAction.FEED_BACK,
            FilingAction.MINISTRY_FEEDBACK, FilingAction.REOPEN);

    /** More than anyone marks by hand; together they fit the correspondence. */
    private static final int MOST_CELLS = 100;
    private static final Pattern IN_ROW = Pattern.compile("(\\w+)\\[(\\d{1,3})]\\.(\\w+)");

    private final StageDues dues;
    private final FilingForms forms;

    DecisionCheck(StageDues dues, FilingForms forms) {
        this.dues = dues;
        this.forms = forms;
    }

    void requireKnown(FilingAction action) {
        // a suspension has a period, a kind of reason and evidence: it is declared
        if (action == FilingAction.SUSPEND) {
            throw Refusal.field("action", "decision.suspend-by-declaring");
        }
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
        requireReason(decision.reason());
        requireCells(filing, decision.concerned());
        return WITH_LIMIT.contains(decision.action()) ? dues.limit(decision.limit()) : null;
    }

    static void requireReason(String reason) {
        if (reason.length() > Decision.REASON_LENGTH) {
            throw Refusal.field("reason", "decision.reason-too-long", Decision.REASON_LENGTH);
        }
        if (Texts.unprintable(reason)) {
            throw Refusal.field("reason", "decision.reason-characters");
        }
    }

    private void requireCells(Filing filing, Set<String> fields) {
        if (fields.size() > MOST_CELLS) {
            throw Refusal.field("fields", "decision.too-many-cells", MOST_CELLS);
        }
        FormDefinition form = forms.of(filing);
        List<Refusal.FieldError> unknown = fields.stream().filter(f -> !known(form, f))
                .map(f -> new Refusal.FieldError("fields", new Refusal.Text("decision.unknown-cell", shortened(f))))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.fields(unknown);
        }
    }

    /** A cell, a table ({@code A26}), or a cell of one of its rows ({@code A26[0].product_output}). */
    private static boolean known(FormDefinition form, String path) {
        Matcher inRow = IN_ROW.matcher(path);
        if (!inRow.matches()) {
            return form.indicator(path).isPresent() || form.group(path).isPresent();
        }
        return form.group(inRow.group(1)).filter(g -> Integer.parseInt(inRow.group(2)) < g.maxRows())
                .filter(g -> g.columns().stream().anyMatch(c -> c.code().equals(inRow.group(3)))).isPresent();
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
