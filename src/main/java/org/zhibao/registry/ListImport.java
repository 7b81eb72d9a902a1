package org.zhibao.registry;

import java.time.Instant;
import java.util.Map;

/**
 * An import of a list.
 *
 * @param area        the area whose part of the list it is
 * @param counts      how many rows of each kind; kinds without a row are 0
 * @param appliedBy   the name of who applied it; null before
 * @param undoneBy    the name of who undid it; null before
 */
public record ListImport(long id, ListKind kind, String term, String area, String fileName, String sha256, State state,
                         Map<ImportRow.Kind, Integer> counts, String uploadedBy, Instant uploadedAt, String appliedBy,
                         Instant appliedAt, String undoneBy, Instant undoneAt) {

    /** Where it stands. */
    public enum State { PREVIEWED, APPLIED, UNDONE }

    /** Which list. */
    public RosterList list() {
        return new RosterList(kind, term);
    }

    /** How many rows of a kind. */
    public int count(ImportRow.Kind kind) {
        return counts.getOrDefault(kind, 0);
    }
}
