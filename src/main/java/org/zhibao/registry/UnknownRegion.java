package org.zhibao.registry;

/** No region of this code is there, or none at the level asked for, or none on the day asked for. */
public class UnknownRegion extends RuntimeException {

    private final String code;

    UnknownRegion(String code) {
        super("no such region " + Quoted.of(code));
        this.code = code;
    }

    public String code() {
        return code;
    }
}
