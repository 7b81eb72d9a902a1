package org.zhibao.period;

import java.util.List;

/**
 * The deadlines of a period.
 *
 * @param quarter     the period
 * @param policy      the policy they were computed by
 * @param provisional whether any rests on a year whose holidays are not known yet
 * @param stages      one deadline for each stage, in their order
 */
public record PeriodDeadlines(Quarter quarter, DeadlinePolicy policy, boolean provisional,
                              List<StageDeadline> stages) {

    /** The deadline of a stage. */
    public StageDeadline of(DeadlineStage stage) {
        return stages.get(stage.ordinal());
    }
}
