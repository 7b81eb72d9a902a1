package org.zhibao.certificate;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whose certificates a browser is asked for, so that it offers the right ones. */
@Component
public class AcceptedIssuers {

    private final CertificateAuthority own;
    private final OtherAuthority other;

    AcceptedIssuers(CertificateAuthority own, OtherAuthority other) {
        this.own = own;
        this.other = other;
    }

    public List<X509Certificate> all() {
        return Stream.concat(own.certificate().stream(), other.issuers().stream()).toList();
    }
}
