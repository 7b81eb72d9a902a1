package org.zhibao.audit;

/**
 * What looking at the seals again found.
 *
 * @param first   number of the first seal that was looked at, {@code last} of the last one; 0 if there is none
 * @param entries how many rows they seal
 * @param problem null if everything is as it was sealed
 * @param seal    the seal at which the problem shows; null without one
 * @param found   how many rows there are in its range now
 * @param next    number of the seal to go on with; null if all were looked at
 */
public record AuditVerdict(long first, long last, long entries, Problem problem, AuditSeal seal, int found, Long next) {

    /** What is wrong. */
    public enum Problem {
        /** As many rows as there were, but other content. */
        CHANGED,
        /** Fewer rows than were sealed. */
        REMOVED,
        /** More rows than were sealed. */
        ADDED,
        /** A seal is missing, or does not follow the one before. */
        CHAIN,
        /** The seal that was noted elsewhere is not there, or another one. */
        NOTED
    }
}
