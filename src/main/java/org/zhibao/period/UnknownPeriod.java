package org.zhibao.period;

/** No period of this code has been planned. */
public class UnknownPeriod extends RuntimeException {

    private final String code;

    UnknownPeriod(String code) {
        super("no such reporting period");
        this.code = code;
    }

    /** The code asked for, as given. */
    public String code() {
        return code;
    }
}
