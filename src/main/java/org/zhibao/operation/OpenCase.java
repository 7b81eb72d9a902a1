package org.zhibao.operation;

/**
 * A case that goes on.
 *
 * @param businessKey by what people know it, such as {@code 2026Q3-183810013}; null if it has none
 * @param activity    the step it stands at; null if it stands at several
 */
public record OpenCase(String processInstanceId, String businessKey, int version, String activity) {
}
