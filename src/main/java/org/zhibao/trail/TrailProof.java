package org.zhibao.trail;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditCheck;
import org.zhibao.audit.AuditTrail;
import org.zhibao.audit.AuditTrail.Deed;
import org.zhibao.audit.AuditVerdict;
import org.zhibao.refusal.Refusal;

/** Looks, when an auditor wants to know, whether the trail still is what was sealed; that it was looked at is on record. */
@Service
public class TrailProof {

    private final AuditCheck check;
    private final AuditTrail audit;

    TrailProof(AuditCheck check, AuditTrail audit) {
        this.check = check;
        this.audit = audit;
    }

    /**
     * Looks at the seals from a number on.
     *
     * @param number of a seal noted earlier, with its {@code hash}; both empty for none
     * @throws Refusal if only one of both is given, or they cannot be a number and a hash
     */
    @Transactional
    public AuditVerdict verify(long from, String number, String hash, Actor actor) {
        AuditVerdict verdict = noted(number, hash.toLowerCase(Locale.ROOT)).orElseGet(() -> check.from(from));
        audit.record(actor.who(), new Deed("AUDIT_VERIFY", "audit", "seals " + verdict.first() + " to " + verdict.last()
                + ": " + (verdict.problem() == null ? "whole" : verdict.problem())));
        return verdict;
    }

    private Optional<AuditVerdict> noted(String number, String hash) {
        if (number.isEmpty() && hash.isEmpty()) {
            return Optional.empty();
        }
        if (!number.matches("[1-9]\\d{0,17}")) {
            throw Refusal.field("number", "trail.bad-number");
        }
        if (!hash.matches("[0-9a-f]{64}")) {
            throw Refusal.field("hash", "trail.bad-hash");
        }
        return check.noted(Long.parseLong(number), hash);
    }
}
