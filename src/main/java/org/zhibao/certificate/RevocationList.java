package org.zhibao.certificate;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.zhibao.refusal.Refusal;

/** What our authority publishes for everybody: its certificate, and the list of those it has revoked. */
@Service
public class RevocationList {

    private record Signed(List<Long> revoked, Instant at, byte[] list) {
    }

    /** Signed anew when it changes, and otherwise this often: who asks without end costs no signatures. */
    private static final Duration FRESH = Duration.ofHours(1);

    private final CertificateAuthority authority;
    private final CertificateStore store;
    private final Clock clock;
    private volatile Signed last;

    RevocationList(CertificateAuthority authority, CertificateStore store, Clock clock) {
        this.authority = authority;
        this.store = store;
        this.clock = clock;
    }

    /** The list, DER (RFC 5280). */
    public byte[] list() {
        List<ClientCertificate> revoked = store.revoked(Identity.name(certificate().getSubjectX500Principal()));
        List<Long> ids = revoked.stream().map(ClientCertificate::id).toList();
        Signed known = last;
        if (known == null || !known.revoked().equals(ids) || known.at().plus(FRESH).isBefore(clock.instant())) {
            known = new Signed(ids, clock.instant(), authority.list(revoked));
            last = known;
        }
        return known.list();
    }

    /** The authority's certificate, DER. */
    public byte[] authority() {
        try {
            return certificate().getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private X509Certificate certificate() {
        return authority.certificate().orElseThrow(() -> Refusal.notFound("certificate.no-authority"));
    }
}
