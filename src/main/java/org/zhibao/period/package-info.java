/** Reporting periods: the quarter, its three deadlines, and the opening of its filings. */
package org.zhibao.period;
