package org.zhibao.workshop;

/**
 * A version with what is known of how it came.
 *
 * @param version the version
 * @param record  who deployed it and why; null if it came with the software
 */
public record Deployed(ModelVersion version, DeploymentRecord record) {
}
