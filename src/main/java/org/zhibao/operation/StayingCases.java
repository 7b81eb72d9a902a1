package org.zhibao.operation;

/** How many cases stay at a step for the same reason; {@code detail} is what the engine said of one of them. */
public record StayingCases(String activity, MoveProblem problem, String detail, long cases) {
}
