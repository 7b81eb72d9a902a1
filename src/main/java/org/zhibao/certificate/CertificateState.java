package org.zhibao.certificate;

/** How a certificate stands. */
public enum CertificateState {
    /** It has not begun. */
    EARLY,
    /** It counts. */
    VALID,
    /** It counts, and ends soon enough to be renewed. */
    ENDING,
    /** It has ended. */
    EXPIRED,
    /** It was revoked. */
    REVOKED
}
