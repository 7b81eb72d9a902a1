package org.zhibao.suspension;

/**
 * A suspension moved; told in the transaction that moves it.
 *
 * @param suspension as it stands now
 * @param act        what was done
 * @param reason     what the city said; empty if nothing
 */
public record SuspensionMoved(SuspensionSummary suspension, SuspensionAct act, String reason) {
}
