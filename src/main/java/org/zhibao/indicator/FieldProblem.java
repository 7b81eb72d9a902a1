package org.zhibao.indicator;

import java.util.List;

/**
 * Why a cell cannot be stored: the path of the cell ({@code A27}, {@code A26[2].product_output}), a message key of the
 * bundle {@code messages/indicator} and its arguments.
 */
public record FieldProblem(String field, String messageKey, List<Object> arguments) {
}
