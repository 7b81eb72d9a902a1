package org.zhibao.operation;

import java.util.List;

/**
 * One page of timers and jobs, what fires next on top.
 *
 * @param total how many the query finds altogether
 * @param page  which page it is, from 1
 * @param pages how many there are
 */
public record ClockPage(List<ClockRow> rows, long total, int page, int pages) {
}
