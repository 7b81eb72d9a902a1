package org.zhibao.certificate;

import java.time.Instant;
import org.zhibao.account.Role;

/**
 * A certificate (数字证书) as our table knows it.
 *
 * @param issuer        the issuer's name as in RFC 2253
 * @param serial        its number there, lower-case hex
 * @param userId        whose it is; {@code userName}, {@code role} and {@code area} say who that is
 * @param registered    whether another authority issued it
 * @param waiting       whether its key can still be fetched
 * @param renewed       whether another one was issued to follow it
 * @param revokedWhy    null if it is not revoked, like {@code revokedAt}, {@code revokedByName}, {@code revokedReason}
 */
public record ClientCertificate(long id, String issuer, String serial, String userId, String userName, Role role,
                                String area, boolean registered, Instant validFrom, Instant validTo, Instant issuedAt,
                                String issuedByName, boolean waiting, boolean renewed, Instant revokedAt,
                                String revokedByName, Revocation revokedWhy, String revokedReason,
                                CertificateState state) {

    /** Whether it can be revoked. */
    public boolean revocable() {
        return state != CertificateState.REVOKED && state != CertificateState.EXPIRED;
    }

    /** Whether another one may follow it now. */
    public boolean renewable() {
        return state == CertificateState.ENDING && !renewed && !registered;
    }
}
