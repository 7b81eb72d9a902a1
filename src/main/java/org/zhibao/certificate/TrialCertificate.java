package org.zhibao.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.account.DemoMode;
import org.zhibao.audit.AuditTrail;

/** With demo data, and if the settings ask for it: a certificate ready to be tried out, in a file. */
@Component
@Order(50)
class TrialCertificate implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(TrialCertificate.class);
    private final CertificateSettings.Trial trial;
    private final DemoMode demo;
    private final Accounts accounts;
    private final Certificates certificates;
    private final CertificateStore store;
    private final TransactionTemplate transaction;

    TrialCertificate(CertificateSettings settings, DemoMode demo, Accounts accounts, Certificates certificates,
                     CertificateStore store, TransactionTemplate transaction) {
        this.trial = settings.trial();
        this.demo = demo;
        this.accounts = accounts;
        this.certificates = certificates;
        this.store = store;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (trial.location() == null || trial.password().isEmpty() || !demo.on() || good()) {
            return;
        }
        Optional<Actor> owner = accounts.actor(trial.account());
        if (owner.isPresent()) {
            byte[] content = transaction.execute(status -> store.takePackage(
                    certificates.issued(owner.get(), AuditTrail.Who.SYSTEM, trial.password()).certificate().id()).orElseThrow());
            Files.createDirectories(trial.location().toAbsolutePath().getParent());
            Files.write(trial.location(), content);
            LOG.info("Certificate of {} for trying out: {}", trial.account(), trial.location());
        }
    }

    /** Whether the file that is there holds one that still counts. */
    private boolean good() {
        if (!Files.exists(trial.location())) {
            return false;
        }
        try (InputStream in = Files.newInputStream(trial.location())) {
            KeyStore kept = KeyStore.getInstance("PKCS12");
            kept.load(in, trial.password().toCharArray());
            return kept.getCertificate(trial.account()) instanceof X509Certificate certificate
                    && store.find(Identity.of(certificate)).filter(ClientCertificate::revocable).isPresent();
        } catch (IOException | GeneralSecurityException unreadable) {
            return false;
        }
    }
}
