package org.zhibao.oversight;

import org.zhibao.filing.FilingStatus;

/** How many filings stand at a status, and how many of them are overdue. */
public record StatusCount(FilingStatus status, long filings, long overdue) {
}
