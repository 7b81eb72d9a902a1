package org.zhibao.filing;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person decides about a filing.
 *
 * @param action   what
 * @param reason   why; needed wherever somebody else has to answer it
 * @param limit    until when that answer is due; needed for {@code RETURN}, {@code FEED_BACK}, {@code MINISTRY_FEEDBACK},
 *                 {@code REOPEN}
 * @param fields   the cells concerned; empty if the whole report is
 * @param revision the revision the decision is about, 0 if the caller does not say; refused if there is a newer one
 */
public record Decision(FilingAction action, String reason, TimeLimit limit, Set<String> fields, int revision) {

    /** The longest reason, in characters. */
    public static final int REASON_LENGTH = 2000;

    public Decision {
        reason = reason == null ? "" : reason.strip();
        // a null among the cells is a cell that does not exist
        fields = fields == null ? Set.of()
                : fields.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
