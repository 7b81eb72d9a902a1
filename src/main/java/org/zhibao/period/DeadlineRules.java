package org.zhibao.period;

/**
 * The rules of deadlines that administrators edit ({@code processes/deadlines.dmn}), in the words of the period. Every
 * answer is one row of a table; anything else is refused with {@link BadDeadlineRule}.
 */
public interface DeadlineRules {

    /** Decision that gives the day before holidays are considered. */
    String NOMINAL = "nominalDeadline";
    /** Decision that gives the policy. */
    String POLICY = "deadlinePolicy";

    /** The day on which a stage of a period is due before holidays are considered. */
    NominalDay nominalDay(DeadlineStage stage, Quarter quarter);

    /** The policy that applies to a period. */
    DeadlinePolicy policy(Quarter quarter);
}
