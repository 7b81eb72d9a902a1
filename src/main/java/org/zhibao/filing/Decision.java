package org.zhibao.filing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a person decides about a filing.
 *
 * @param action        what
 * @param reason        why; needed wherever somebody else has to answer it
 * @param limit         until when that answer is due; needed for {@code RETURN}, {@code FEED_BACK},
 *                      {@code MINISTRY_FEEDBACK}, {@code REOPEN}
 * @param fields        the cells concerned; empty if the whole report is
 * @param revision      the revision the decision is about, 0 if the caller does not say; refused if there is a newer one
 * @param points        what the enterprise has to answer one by one; only where the report goes back to it
 * @param confirmations fingerprint of each finding that the reviewer confirms, to a remark that may be empty
 */
public record Decision(FilingAction action, String reason, TimeLimit limit, Set<String> fields, int revision,
                       List<PointAsked> points, Map<String, String> confirmations) {

    /** The longest reason, in characters. */
    public static final int REASON_LENGTH = 2000;

    public Decision {
        reason = reason == null ? "" : reason.strip();
        // a null among the cells is a cell that does not exist
        fields = fields == null ? Set.of()
                : fields.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
        points = points == null ? List.of() : points.stream().filter(Objects::nonNull).toList();
        confirmations = confirmations == null ? Map.of() : new TreeMap<>(confirmations);
    }

    public Decision(FilingAction action, String reason, TimeLimit limit, Set<String> fields, int revision) {
        this(action, reason, limit, fields, revision, List.of(), Map.of());
    }

    /** The cells concerned, those of the points too. */
    Set<String> concerned() {
        Set<String> all = new LinkedHashSet<>(fields);
        points.stream().map(PointAsked::field).filter(Objects::nonNull).forEach(all::add);
        return all;
    }
}
