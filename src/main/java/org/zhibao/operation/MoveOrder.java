package org.zhibao.operation;

import java.util.List;
import java.util.Map;

/**
 * Which cases are to follow their process to which version.
 *
 * @param process the key of the process, such as {@code filing}
 * @param from    the versions the cases are at now, each once
 * @param to      the version they are to go on in
 * @param steps   where cases at a step that does not map by itself go on: step of the old version to step of the new;
 *                empty to have them stay
 */
public record MoveOrder(String process, List<Integer> from, int to, Map<String, String> steps) {

    /** From how many versions at once; with seven digits each they are still written down in full. */
    public static final int MOST_VERSIONS = 50;

    public MoveOrder {
        from = from.stream().distinct().toList();
        steps = Map.copyOf(steps);
    }
}
