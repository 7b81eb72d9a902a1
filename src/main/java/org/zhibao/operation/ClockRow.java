package org.zhibao.operation;

import java.time.Instant;
import org.zhibao.filing.Stage;

/**
 * One timer or job.
 *
 * @param id          its id in the engine
 * @param process     the key of its process
 * @param processName as people read it
 * @param name        the step it belongs to
 * @param businessKey by what people know the case; null if it belongs to none
 * @param due         when it fires next; null for at once
 * @param retries     how often it is tried again after a failure
 * @param message     why its last attempt failed; null if it has not
 * @param filingId    the filing it belongs to; null if to none
 * @param stage       the filing's stage; null likewise
 */
public record ClockRow(String id, ClockQuery.Kind kind, String process, String processName, String activity,
                       String name, String businessKey, Instant due, boolean suspended, int retries, boolean failed,
                       String message, Long filingId, String unitName, String cityCode, String countyCode, Stage stage) {

    /** How it is, the worst first. */
    public ClockQuery.State state() {
        return suspended ? ClockQuery.State.SUSPENDED : failed ? ClockQuery.State.FAILED : ClockQuery.State.FINE;
    }

    /** Whether it is the deadline timer of a filing's open task, which the feature that keeps time can re-date. */
    public boolean redatable() {
        return kind == ClockQuery.Kind.DEADLINE && filingId != null;
    }
}
