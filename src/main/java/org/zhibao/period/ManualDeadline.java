package org.zhibao.period;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A deadline day set by a document; it wins over any computation.
 *
 * @param stage    the stage it is for
 * @param day      the day, inclusive
 * @param noticeNo number of the document
 * @param reason   why, in a few words
 * @param setBy    who entered it
 * @param setByName the name on screen
 * @param setAt    when
 * @param inForce  false once another has taken its place
 */
public record ManualDeadline(DeadlineStage stage, LocalDate day, String noticeNo, String reason, String setBy,
                             String setByName, Instant setAt, boolean inForce) {
}
