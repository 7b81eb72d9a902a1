package org.zhibao.registry;

import java.util.List;
import java.util.Map;

/**
 * What was typed about a unit, brought into the form in which it is kept.
 *
 * @param values   every field; what was not typed as it is kept already, or empty
 * @param problems what is wrong; the values are those of a unit only if there are none
 */
public record Examined(Map<UnitField, String> values, List<FieldProblem> problems) {
}
