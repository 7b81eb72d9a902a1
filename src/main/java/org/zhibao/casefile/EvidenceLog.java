package org.zhibao.casefile;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.filing.FilingSummary;

/** Keeps who took the evidence of a case along, and what it was. */
@Service
public class EvidenceLog {

    private final AuditTrail audit;

    EvidenceLog(AuditTrail audit) {
        this.audit = audit;
    }

    /** Notes a download; not among what happened to the report, which it does not touch. */
    @Transactional
    public void taken(FilingSummary filing, String sha256, int bytes, Actor actor) {
        audit.record(actor.who(), "EVIDENCE", "evidence/" + filing.period() + "/" + filing.orgCode(),
                "sha256 " + sha256 + ", bytes " + bytes);
    }
}
