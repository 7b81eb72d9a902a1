package org.zhibao.suspension;

/** The city is late with verifying a suspension; told once, in the transaction that finds out. */
public record SuspensionOverdue(SuspensionSummary suspension) {
}
