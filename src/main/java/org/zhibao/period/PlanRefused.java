package org.zhibao.period;

/** A period cannot be planned as asked. */
public class PlanRefused extends RuntimeException {

    /** Why. */
    public enum Reason {
        /** The quarter has a period already. */
        ALREADY_PLANNED,
        /** The deadlines are not in the order enterprise, city, province, each a day of its own. */
        WRONG_ORDER,
        /** The enterprises' deadline is over. */
        PAST
    }

    private final String code;
    private final Reason reason;

    PlanRefused(Quarter quarter, Reason reason) {
        super("cannot plan " + quarter.code() + ": " + reason);
        this.code = quarter.code();
        this.reason = reason;
    }

    public String code() {
        return code;
    }

    public Reason reason() {
        return reason;
    }
}
