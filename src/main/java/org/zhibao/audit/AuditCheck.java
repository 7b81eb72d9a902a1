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
        long first = Math.max(1, number);
        List<AuditSeal> here = seals.from(first, MOST_SEALS + 1);
        AuditSeal before = seals.seal(first - 1).orElse(null);
        long entries = 0;
        for (AuditSeal seal : here.subList(0, Math.min(here.size(), MOST_SEALS))) {
            SealHash now = seals.hash(seal.number(), seal.fromId(), seal.toId(), seal.previous());
            Problem problem = follows(seal, before) ? problem(seal, now) : Problem.CHAIN;
            if (problem != null) {
                return new AuditVerdict(first, seal.number(), entries, problem, seal, now.entries(), null);
            }
            entries += seal.entries();
            before = seal;
        }
        return here.isEmpty() ? new AuditVerdict(0, 0, 0, null, null, 0, null)
                : new AuditVerdict(first, before.number(), entries, null, null, 0,
                        here.size() > MOST_SEALS ? before.number() + 1 : null);
    }

    private static boolean follows(AuditSeal seal, AuditSeal before) {
        return before == null
                ? seal.number() == 1 && seal.fromId() == 1 && seal.previous().equals(AuditSeal.NOTHING)
                : seal.number() == before.number() + 1 && seal.fromId() == before.toId() + 1
                        && seal.previous().equals(before.hash());
    }

    private static Problem problem(AuditSeal seal, SealHash now) {
        if (now.entries() != seal.entries()) {
            return now.entries() < seal.entries() ? Problem.REMOVED : Problem.ADDED;
        }
        return now.hex().equals(seal.hash()) ? null : Problem.CHANGED;
    }
}
