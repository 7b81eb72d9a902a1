package org.zhibao.certificate;

import org.bouncycastle.asn1.x509.CRLReason;

/** Why a certificate is revoked, in the kinds that a revocation list knows (RFC 5280, 5.3.1). */
public enum Revocation {
    /** The key may be in strange hands. */
    KEY_COMPROMISE(CRLReason.keyCompromise),
    /** The person has another post now. */
    AFFILIATION_CHANGED(CRLReason.affiliationChanged),
    /** Another certificate takes its place. */
    SUPERSEDED(CRLReason.superseded),
    /** The account, or its unit's reporting, has ended. */
    CESSATION_OF_OPERATION(CRLReason.cessationOfOperation),
    /** Anything else. */
    UNSPECIFIED(CRLReason.unspecified);

    private final int code;

    Revocation(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
