package org.zhibao.operation;

import java.util.List;

/**
 * Why a timer or job failed.
 *
 * @param cause the innermost cause, in the words of who threw it
 * @param trace what of the stack trace tells where: the causes, and our own lines
 */
public record ClockFailure(ClockRow row, String cause, List<String> trace) {
}
