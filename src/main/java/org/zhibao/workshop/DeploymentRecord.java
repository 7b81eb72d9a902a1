package org.zhibao.workshop;

import java.time.Instant;

/**
 * Who deployed a version, and why.
 *
 * @param deployment by which the engine knows it
 * @param userName   who, as on screen
 * @param reason     why
 * @param way        from where
 */
public record DeploymentRecord(String deployment, String userName, String reason, Way way, Instant at) {

    /** From where a version was deployed. */
    public enum Way {
        /** The editor of the portal. */
        WORKSHOP,
        /** The Camunda Modeler, a program on somebody's desk. */
        MODELER
    }
}
