package org.zhibao.registry.file;

import java.util.List;
import java.util.Map;
import org.zhibao.registry.UnitField;

/**
 * One unit of a list.
 *
 * @param number   the row in the file, from 1
 * @param typed    what stands in the columns the file has
 * @param problems cells that are no plain values
 */
public record ListLine(int number, Map<UnitField, String> typed, List<RowProblem> problems) {
}
