package org.zhibao.workshop;

import java.time.Instant;

/**
 * A version of a file of models, as it was deployed.
 *
 * @param file    name of the file, such as {@code filing.bpmn}
 * @param kind    what it describes
 * @param key     the process it describes, or the first of its decisions
 * @param name    what people call that; the names of all decisions, if it holds several
 * @param version counted by the engine, from 1
 * @param deployment by which the engine knows it
 * @param definition by which the engine knows what it describes
 * @param at      when it was deployed
 * @param shipped whether it came with the software; else an administrator deployed it
 * @param cases   running cases of this version
 */
public record ModelVersion(String file, ModelKind kind, String key, String name, int version, String deployment,
                           String definition, Instant at, boolean shipped, long cases) {
}
