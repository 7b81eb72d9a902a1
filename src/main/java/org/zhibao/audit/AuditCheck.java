package org.zhibao.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.audit.AuditVerdict.Problem;

/** Tells whether the trail still is what was sealed. */
@Service
@Transactional(readOnly = true)
public class AuditCheck {

    /** So many seals, a million rows, are looked at in one go. */
    public static final int MOST_SEALS = 1_000;

    private final AuditSeals seals;

    AuditCheck(AuditSeals seals) {
        this.seals = seals;
    }

    /** Whether a seal somebody noted earlier is still the one of its number: its end cannot have been cut off, then. */
    public Optional<AuditVerdict> noted(long number, String hash) {
        AuditSeal there = seals.seal(number).orElse(null);
        return there != null && there.hash().equals(hash) ? Optional.empty()
                : Optional.of(new AuditVerdict(number, number, 0, Problem.NOTED, there, 0, null));
    }

    /** Looks at the seals from a number on, until something is wrong or enough is done. */
    public AuditVerdict from(long number) {
        AuditSeal before = number <= 1 ? null : seals.seal(number - 1).orElse(null);
        long first = Math.max(1, number);
        long expected = first;
        String previous = before == null ? AuditSeal.NOTHING : before.hash();
        long fromId = before == null ? 1 : before.toId() + 1;
        long entries = 0;
        List<AuditSeal> here = seals.from(first, MOST_SEALS + 1);
        for (AuditSeal seal : here.subList(0, Math.min(here.size(), MOST_SEALS))) {
            if (seal.number() != expected || !seal.previous().equals(previous) || seal.fromId() != fromId) {
                return new AuditVerdict(first, seal.number(), entries, Problem.CHAIN, seal, 0, null);
            }
            SealHash now = seals.hash(seal.number(), seal.fromId(), seal.toId(), seal.previous());
            if (now.entries() != seal.entries() || !now.hex().equals(seal.hash())) {
                Problem problem = now.entries() == seal.entries() ? Problem.CHANGED
                        : now.entries() < seal.entries() ? Problem.REMOVED : Problem.ADDED;
                return new AuditVerdict(first, seal.number(), entries, problem, seal, now.entries(), null);
            }
            entries += seal.entries();
            previous = seal.hash();
            fromId = seal.toId() + 1;
            expected++;
        }
        return new AuditVerdict(here.isEmpty() ? 0 : first, here.isEmpty() ? 0 : expected - 1, entries, null, null, 0,
                here.size() > MOST_SEALS ? expected : null);
    }
}
