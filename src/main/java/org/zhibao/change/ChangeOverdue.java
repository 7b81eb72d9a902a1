package org.zhibao.change;

/** The city is late with deciding about a change; told once, in the transaction that finds out. */
public record ChangeOverdue(ChangeSummary change) {
}
