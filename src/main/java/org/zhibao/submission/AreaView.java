package org.zhibao.submission;

import java.time.Instant;
import java.util.List;

/**
 * The submission of an area as one person sees it.
 *
 * @param period     such as {@code 2026Q3}
 * @param area       region code of the city, or of the province
 * @param areaName   its name
 * @param state      where it stands
 * @param dueAt      when the open task is due; null if none is open
 * @param overdue    whether it is past that
 * @param items      the units of a city, or the cities of the province, in the order of their codes
 * @param listed     how many of them have to report: without the suspended units
 * @param complete   how many of those are complete
 * @param suspended  how many units are suspended
 * @param signatures what was signed, oldest first
 * @param letters    every act, oldest first
 * @param maySign    whether the reader may sign now
 * @param mayDecide  whether the reader may accept or return now
 */
public record AreaView(String period, String area, String areaName, AreaState state, Instant dueAt, boolean overdue,
                       List<Item> items, int listed, int complete, int suspended,
                       List<Signature> signatures, List<Letter> letters, boolean maySign, boolean mayDecide) {

    /**
     * A unit or a city.
     *
     * @param code     organisation code or region code
     * @param status   message key of its status
     * @param filingId id of the filing; 0 for a city
     * @param sha256   of the latest revision or signature; empty if there is none
     * @param complete whether it needs no explanation
     * @param standard whether the level above has it, which explains it
     */
    public record Item(String code, String name, String status, String statusName, long filingId, int revision,
                       String sha256, boolean complete, boolean standard) {

        /** Whether the unit does not report (停报). */
        boolean suspended() {
            return AreaRecord.SUSPENDED.equals(statusName);
        }
    }

    /** A signed submission. */
    public record Signature(int number, String sha256, int listed, int complete, int exceptions, String signedBy,
                            Instant signedAt) {
    }

    /** One act; {@code due} is null where none was set. */
    public record Letter(AreaAct action, String userName, String reason, Instant due, int number, Instant at) {
    }

    /** The units or cities that need an explanation. */
    public List<Item> exceptions() {
        return items.stream().filter(item -> !item.complete()).toList();
    }

    /** What the level above last said when it sent the submission back; null unless it is back. */
    public Letter returned() {
        return state != AreaState.RETURNED ? null : letters.stream().filter(l -> l.action() == AreaAct.RETURN)
                .reduce((first, second) -> second).orElse(null);
    }
}
