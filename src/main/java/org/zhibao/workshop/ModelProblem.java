package org.zhibao.workshop;

import org.zhibao.refusal.Refusal;

/**
 * Something about a model that somebody has to know before it is deployed.
 *
 * @param resource name of the file
 * @param element  id of the element, or of the nearest one around it that has an id; empty if there is none
 * @param name     what people call that element; empty if it has no name
 * @param severity whether it keeps the model from being deployed
 * @param reason   what is wrong, and what to do
 */
public record ModelProblem(String resource, String element, String name, Severity severity, Refusal.Text reason) {

    /** What a problem means for the deployment. */
    public enum Severity {
        /** The model is refused. */
        ERROR,
        /** The model may be deployed; somebody has to think of this. */
        WARNING
    }

    /** Whether it keeps the model from being deployed. */
    public boolean refuses() {
        return severity == Severity.ERROR;
    }
}
