package org.zhibao.certificate;

import java.util.Collection;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.AccountDisabled;
import org.zhibao.account.UnitLeft;
import org.zhibao.audit.AuditTrail;
import org.zhibao.period.RosterFrozen;

/** Certificates end with what they were issued for: the account, the unit, or its place on the roster (W23). */
@Component
class CertificateEndings {

    private final Certificates certificates;
    private final CertificateStore store;

    CertificateEndings(Certificates certificates, CertificateStore store) {
        this.certificates = certificates;
        this.store = store;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void accountDisabled(AccountDisabled event) {
        certificates.revokeAll(event.userId(), Revocation.CESSATION_OF_OPERATION, event.reason(), event.by().who());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void rosterFrozen(RosterFrozen event) {
        end(event.left(), "roster/" + event.code(), AuditTrail.Who.SYSTEM);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void unitLeft(UnitLeft event) {
        end(List.of(event.orgCode()), event.cause(), event.by());
    }

    private void end(Collection<String> units, String reason, AuditTrail.Who by) {
        store.liveOfUnits(units).forEach(id -> certificates.end(id, Revocation.CESSATION_OF_OPERATION, reason, by));
    }
}
