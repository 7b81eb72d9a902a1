package org.zhibao.filing;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.audit.AuditTrail.Deed;

/** Gives what one reviewer has claimed to another one of the same area; due dates and timers stay as they are. */
@Service
public class FilingHandover {

    private final Filings filings;
    private final FilingProcess process;
    private final AuditTrail audit;

    FilingHandover(Filings filings, FilingProcess process, AuditTrail audit) {
        this.filings = filings;
        this.process = process;
        this.audit = audit;
    }

    /**
     * Hands over all open tasks that {@code from} has claimed, each with one audit row.
     *
     * @param why what the audit rows say
     * @param by  who has it done
     * @return how many that were
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int handOver(String from, Actor to, String why, AuditTrail.Who by) {
        List<Long> ids = filings.claimedBy(from);
        List<Filing> held = ids.isEmpty() ? List.of() : filings.lockAll(ids).stream()
                .filter(filing -> from.equals(filing.summary().claimedBy())).toList();
        for (Filing filing : held) {
            process.handOver(filing.taskId(), to);
            audit.record(by, new Deed("HAND_OVER", filing.subject(), from, to.userId(), filing.stage() + ", " + why));
        }
        return held.size();
    }
}
