package org.zhibao.operation;

import java.util.List;

/**
 * What becomes of each step of the old versions.
 *
 * @param steps those at which a case can wait or does, where cases stand first
 */
public record MovePlan(MoveOrder order, List<Step> steps) {

    /** How a step is mapped. */
    public enum Way {
        /** The new version has the same step. */
        SAME,
        /** Somebody has chosen a step of the new version. */
        CHOSEN,
        /** Nothing is chosen: cases that stand there stay. */
        NONE
    }

    /**
     * One step.
     *
     * @param activity its id in the old version
     * @param kind     what it is, as BPMN calls it, such as {@code userTask}
     * @param cases    how many of the cases stand there
     * @param target   the step they go on at; null if they stay
     * @param choices  the steps of the same kind in the new version
     * @param problem  why it cannot be mapped as it was chosen; null if it can
     * @param detail   what the engine said about it; null if nothing
     */
    public record Step(String activity, String name, String kind, long cases, Way way, Choice target,
                       List<Choice> choices, MoveProblem problem, String detail) {

        /** Whether cases stand there that would stay. */
        public boolean open() {
            return target == null && cases > 0;
        }
    }

    /** A step of the new version. */
    public record Choice(String activity, String name) {
    }

    /** How many cases would stay for want of a step to go on at. */
    public long staying() {
        return steps.stream().filter(Step::open).mapToLong(Step::cases).sum();
    }

    /** The steps that map by themselves. */
    public List<Step> same() {
        return steps.stream().filter(s -> s.way() == Way.SAME && s.problem() == null).toList();
    }

    /** The others. */
    public List<Step> others() {
        return steps.stream().filter(s -> s.way() != Way.SAME || s.problem() != null).toList();
    }
}
