package org.zhibao.registry;

/** A unit of this organisation code or unified social credit code is in the registry already. */
public class DuplicateUnit extends RuntimeException {

    private final String code;

    DuplicateUnit(String code) {
        super("already registered: " + Quoted.of(code));
        this.code = code;
    }

    public String code() {
        return code;
    }
}
