package org.zhibao.registry.file;

import org.zhibao.refusal.Refusal;

/**
 * What is wrong in one row of a file, and what to do about it.
 *
 * @param column letter and heading, such as {@code C 单位详细名称}; empty if it is about the row as a whole
 */
public record RowProblem(int line, String column, Refusal.Text text) {
}
