package org.zhibao.registry;

/** No unit of this organisation code is in the registry. */
public class UnknownUnit extends RuntimeException {

    private final String orgCode;

    UnknownUnit(String orgCode) {
        super("no reporting unit " + Quoted.of(orgCode));
        this.orgCode = orgCode;
    }

    public String orgCode() {
        return orgCode;
    }
}
