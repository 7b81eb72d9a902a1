package org.zhibao.workflow;

import org.zhibao.refusal.Refusal;

/**
 * Why a model is not deployed.
 *
 * @param resource name of the file
 * @param element  id of the element, or of the nearest one around it that has an id; empty if there is none
 * @param reason   what is wrong and what to do instead
 */
record ModelProblem(String resource, String element, Refusal.Text reason) {
}
