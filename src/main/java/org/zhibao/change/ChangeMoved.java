package org.zhibao.change;

/**
 * A change moved; told in the transaction that moves it.
 *
 * @param change as it stands now
 * @param act    what was done
 * @param reason what the city said; empty if nothing
 */
public record ChangeMoved(ChangeSummary change, ChangeAct act, String reason) {
}
