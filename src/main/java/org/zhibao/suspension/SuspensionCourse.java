package org.zhibao.suspension;

import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingMoved;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.FilingSuspension;
import org.zhibao.filing.FilingsOpened;

/** What a verified suspension does to filings: it ends those there are, and later ones as they open. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SuspensionCourse {

    private final SuspensionRecords records;
    private final SuspensionHolds holds;
    private final FilingSuspension filings;

    SuspensionCourse(SuspensionRecords records, SuspensionHolds holds, FilingSuspension filings) {
        this.records = records;
        this.holds = holds;
        this.filings = filings;
    }

    /** The city has verified it: what the unit has open in its periods ends. */
    public void begin(long id) {
        end(records.findById(id).orElseThrow(), holds.periods(id));
    }

    /** Filings of units whose suspension holds the period end at once. */
    @EventListener
    public void opened(FilingsOpened opened) {
        Map<String, Long> suspended = holds.verified(opened.period());
        List<Long> met = opened.filings().stream().map(FilingSummary::orgCode).map(suspended::get)
                .filter(java.util.Objects::nonNull).toList();
        if (!met.isEmpty()) {
            records.findByIdInOrderById(met).forEach(suspension -> end(suspension, List.of(opened.period())));
        }
    }

    /** A filing that had ended as suspended is to be filed after all: the suspension no longer holds its period. */
    @EventListener
    public void moved(FilingMoved moved) {
        if (moved.action() == FilingAction.REOPEN) {
            holds.release(moved.filing().orgCode(), moved.filing().period());
        }
    }

    private void end(Suspension suspension, List<String> periods) {
        if (!periods.isEmpty()) {
            filings.end(suspension.orgCode(), periods, suspension.explanation(), suspension.verifier());
        }
    }
}
