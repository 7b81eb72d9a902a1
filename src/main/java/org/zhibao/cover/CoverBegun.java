package org.zhibao.cover;

/** Leave cover began, and the colleague has the tasks now; told in the transaction that hands them over. */
public record CoverBegun(CoverSummary cover) {
}
