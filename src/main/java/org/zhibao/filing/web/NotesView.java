package org.zhibao.filing.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhibao.account.Role;
import org.zhibao.filing.FindingConfirmation;
import org.zhibao.filing.ReviewPoint;
import org.zhibao.filing.attachment.Attachment;

/**
 * What stands beside the cells of a report, in the reader's language: points of returns with their answers, confirmed
 * findings, attached files.
 *
 * @param points        every point so far, oldest first
 * @param toAnswer      the points the enterprise has to answer now; empty for all others
 * @param confirmations fingerprint to who confirmed the finding
 * @param attachments   the key of an explanation to its files
 * @param mine          the findings that the reader's own level has confirmed
 * @param base          what the cells of these points held in the revision that was returned, by path
 */
record NotesView(List<PointView> points, List<PointView> toAnswer, Map<String, List<FindingConfirmation>> confirmations,
                 Map<String, List<Attachment>> attachments, List<String> mine, Map<String, String> base) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * One point.
     *
     * @param anchor     id of the cell it is shown beside; null if the form has none such
     * @param name       the cell's code and name
     * @param finding    the message of the finding it asks about; empty if none
     * @param before     what the cell held, as a person reads it
     * @param after      what it holds in the submission that answered; empty if none did
     * @param state      {@code OPEN}, {@code CORRECTED} or {@code EXPLAINED}
     * @param answer     the enterprise's words; empty if none
     */
    record PointView(long id, String key, int revision, List<String> fields, String anchor, String name, String finding,
                     String text, boolean whole, Role role, String userName, Instant at, String before, String after,
                     String state, String answer, Integer answerRevision, Instant answeredAt) {

        /** Whether the figure itself was changed. */
        public boolean corrected() {
            return ReviewPoint.State.CORRECTED.name().equals(state);
        }
    }

    /** How many points have a text of their own. */
    public long ownPoints() {
        return toAnswer.stream().filter(p -> !p.whole()).count();
    }

    /** {@code base} for the script. */
    public String baseJson() {
        return JSON.valueToTree(base).toString();
    }

    /** The files of an explanation. */
    public List<Attachment> files(String key) {
        return attachments.getOrDefault(key, List.of());
    }

    /** Who confirmed a finding. */
    public List<FindingConfirmation> confirmedBy(String fingerprint) {
        return confirmations.getOrDefault(fingerprint, List.of());
    }
}
