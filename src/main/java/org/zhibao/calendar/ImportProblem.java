package org.zhibao.calendar;

import org.zhibao.refusal.Refusal;

/**
 * What is wrong with a year to be imported.
 *
 * @param row  the row it is about, from 1; 0 if it is about the whole
 * @param text what, for a reader
 */
public record ImportProblem(int row, Refusal.Text text) {
}
