package org.zhibao.casefile;

import java.time.Instant;
import java.util.List;
import org.zhibao.oversight.FilingConditions;

/** What the process engine remembers of a case, running or finished, in the words of the case. */
public interface CaseHistory {

    /**
     * One process of the case: a report that was opened again has several.
     *
     * @param definition the deployed model it ran by
     * @param version    the model's version
     * @param ended      when it ended; null while it runs
     * @param ending     why it was ended from outside; empty if it ran to its end or still runs
     * @param visits     what it went through, in the order in which it first came there
     */
    record Run(String id, String definition, int version, Instant started, Instant ended, String ending,
               List<Visit> visits) {
    }

    /**
     * How often and how long a process was at one element of its diagram.
     *
     * @param open    whether it is there now
     * @param seconds how long altogether, up to now where it still is
     */
    record Visit(String element, String name, int times, boolean open, Instant first, Instant last, long seconds) {
    }

    /** How long the tasks of one element took that are done: in seconds, the median and what 95 of 100 stayed below. */
    record StageTime(String element, String name, long tasks, long median, long p95) {
    }

    /** The runs of a case, oldest first; none if it was taken over from elsewhere. */
    List<Run> runs(String businessKey);

    /** Tasks, activities, jobs, incidents and the engine's operation log, oldest first. */
    List<CaseEvent> events(String businessKey);

    /** The BPMN of a deployed model, as it was deployed: XML in UTF-8. */
    byte[] diagram(String definition);

    /** How long people took at each stage, over the filings that fulfil the conditions. */
    List<StageTime> stageTimes(FilingConditions where);
}
