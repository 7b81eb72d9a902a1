package org.zhibao.operation;

/** After its move a case would have had a task without a due date, or not exactly one live deadline timer. */
public class ClockNotKept extends RuntimeException {

    public ClockNotKept(String message) {
        super(message);
    }
}
