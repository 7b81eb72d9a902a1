package org.zhibao.lineage;

import java.util.List;

/**
 * Whose reports of a quarter are a unit's history.
 *
 * @param kind  how its figures compare with theirs
 * @param units their organisation codes, in order
 */
public record Origins(Kind kind, List<String> units) {

    /** How a unit's figures compare with those of its history. */
    public enum Kind {
        /** Its own. */
        OWN,
        /** One other's, of which it is the continuation. */
        OTHER,
        /** Those of several together, as far as they can be added up. */
        MERGED,
        /** Not at all: it was a part of what reported then. */
        SPLIT
    }
}
