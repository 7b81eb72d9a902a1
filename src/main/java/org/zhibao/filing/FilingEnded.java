package org.zhibao.filing;

import java.util.EnumSet;
import java.util.Set;

/**
 * Nobody has anything to do about a filing any more, unless it comes back; told in the transaction that ends it.
 *
 * @param filing as it stands now
 */
public record FilingEnded(FilingSummary filing) {

    /** Where a filing rests that was accepted, suspended or not filed at all. */
    static final Set<Stage> STAGES = EnumSet.of(Stage.ACCEPTED, Stage.SUSPENDED, Stage.CLOSED);
}
