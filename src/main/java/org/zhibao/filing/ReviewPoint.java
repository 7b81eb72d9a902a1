package org.zhibao.filing;

import java.time.Instant;
import java.util.List;
import org.zhibao.account.Role;

/**
 * One point of a return, with what the enterprise did about it.
 *
 * @param revision    the revision it is about
 * @param fields      the cells it is about, the first being where it is shown
 * @param fingerprint the finding it asks about; null if it is the reviewer's own
 * @param text        what is asked
 * @param whole       whether it is a cell that was marked without a text of its own: the answer to the return answers it
 * @param before      what the cell held; null if nothing, or if the point is about a table
 * @param answer      what the latest submission did about it; null if none did
 */
public record ReviewPoint(long id, int revision, List<String> fields, String fingerprint, String text, boolean whole,
                          String before, Role role, String userName, Instant at, Answer answer) {

    /** What became of a point. */
    public enum State {
        /** 已改正: a figure it is about was changed. */
        CORRECTED,
        /** 已说明: the figures stand, and it is said why. */
        EXPLAINED
    }

    /**
     * What a submission did about a point.
     *
     * @param revision the revision submitted
     * @param text     the enterprise's words; empty if it only changed the figure
     * @param after    what the cell holds there
     */
    public record Answer(int revision, State state, String text, String after, Instant at) {
    }

    /** The cell beside which it is shown. */
    public String field() {
        return fields.get(0);
    }

    /** The key of its answer among the explanations of a report. */
    public String key() {
        return key(id);
    }

    static String key(long id) {
        return "point/" + id;
    }
}
