package org.zhibao.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.zhibao.refusal.Refusal;

/** Which certificates of another authority are taken. */
class OtherAuthorityTest {

    private static final MadeCertificate ROOT = MadeCertificate.root("CN=Root of Tests");
    private static final Instant NOW = Instant.now();

    private final OtherAuthority other = new OtherAuthority(List.of(ROOT.certificate()), Clock.systemUTC());

    @Test
    void oneForSigningInThatLeadsToARootIsTakenAsDerAndAsPem() throws Exception {
        byte[] der = der(ROOT.signs("CN=Zhou Min"));
        assertThat(other.accepted(der).getSubjectX500Principal().getName()).isEqualTo("CN=Zhou Min");
        byte[] pem = ("-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE-----\n").getBytes(StandardCharsets.US_ASCII);
        assertThat(other.accepted(pem).getEncoded()).isEqualTo(der);
    }

    @Test
    void foreignSelfSignedOverEarlyAndOtherPurposesAreNot() throws Exception {
        refused("foreign", der(MadeCertificate.root("CN=Root of Tests").signs("CN=x")));
        refused("foreign", der(MadeCertificate.selfSigned("CN=x")));
        refused("not-now", der(ROOT.signs("CN=x", NOW.minus(Duration.ofHours(2)), NOW.minusSeconds(60), null)));
        refused("not-now", der(ROOT.signs("CN=x", NOW.plusSeconds(3600), NOW.plusSeconds(7200), null)));
        refused("purpose", der(ROOT.signs("CN=x", NOW.minusSeconds(9), NOW.plusSeconds(99), KeyPurposeId.id_kp_serverAuth)));
        refused("purpose", der(ROOT));
    }

    @Test
    void whatIsNoCertificateIsNot() {
        refused("unreadable", new byte[0]);
        refused("unreadable", "PK no certificate".getBytes(StandardCharsets.US_ASCII));
        refused("unreadable", new byte[100_000]);
    }

    private void refused(String why, byte[] file) {
        assertThatThrownBy(() -> other.accepted(file)).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.fields()).extracting(error -> error.text().key())
                        .containsExactly("certificate.file." + why));
    }

    private static byte[] der(MadeCertificate made) throws CertificateEncodingException {
        return made.certificate().getEncoded();
    }
}
