package org.zhibao.period;

/** A period cannot move on from the state it is in. */
public class WrongPeriodState extends RuntimeException {

    private final String code;
    private final PeriodState state;

    WrongPeriodState(String code, PeriodState state, PeriodState wanted) {
        super("period " + code + " is " + state + " and cannot become or stay " + wanted);
        this.code = code;
        this.state = state;
    }

    public String code() {
        return code;
    }

    /** The state it is in. */
    public PeriodState state() {
        return state;
    }
}
