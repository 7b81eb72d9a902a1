package org.zhibao.lineage;

import java.time.Instant;
import java.util.List;

/**
 * A succession as a page shows it.
 *
 * @param from         the first quarter the successors report, such as {@code 2026Q3}
 * @param predecessors those that were before, under their names of then
 * @param successors   those that are now
 * @param evidence     what the proposed match rested on; empty if a person found it
 * @param recorded     by whom, when and why
 * @param revoked      by whom, when and why it was taken back; null if it was not
 */
public record RecordedSuccession(long id, SuccessionKind kind, String from, List<Named> predecessors,
                                 List<Named> successors, List<MatchReason> evidence, Deed recorded, Deed revoked) {

    /** A unit by code and name. */
    public record Named(String orgCode, String name) {
    }

    /** What a person did, when and why. */
    public record Deed(String by, Instant at, String reason) {
    }
}
