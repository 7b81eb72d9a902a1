package org.zhibao.filing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.period.Quarter;

/** Ends filings as suspended (停报), where a suspension of their unit was verified (W22). */
@Service
public class FilingSuspension {

    private final Filings filings;
    private final Letters letters;
    private final FilingProcess process;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    FilingSuspension(Filings filings, Letters letters, FilingProcess process, AuditTrail audit,
                     ApplicationEventPublisher events) {
        this.filings = filings;
        this.letters = letters;
        this.process = process;
        this.audit = audit;
        this.events = events;
    }

    /** The filings of a unit in these periods, oldest first. */
    @Transactional(readOnly = true)
    public List<FilingSummary> ofUnit(String orgCode, Collection<String> periods) {
        return filings.ofUnit(orgCode, periods).stream().map(Filing::summary).toList();
    }

    /** The filings of a unit about which somebody still has something to do, oldest first. */
    @Transactional(readOnly = true)
    public List<FilingSummary> open(String orgCode) {
        return filings.findByOrgCodeInOrderByPeriodDesc(List.of(orgCode)).stream().map(Filing::summary)
                .filter(f -> f.taskId() != null).sorted(Comparator.comparing(FilingSummary::period)).toList();
    }

    /** The filings of a unit from a quarter on, oldest first. */
    @Transactional(readOnly = true)
    public List<FilingSummary> from(String orgCode, Quarter first) {
        return filings.findByOrgCodeInOrderByPeriodDesc(List.of(orgCode)).stream().map(Filing::summary)
                .filter(f -> f.period().compareTo(first.code()) >= 0)
                .sorted(Comparator.comparing(FilingSummary::period)).toList();
    }

    /** Whether a filing at this stage can still end as suspended: not yet accepted and not ended. */
    public static boolean possible(Stage stage) {
        return FilingRights.SUSPENDABLE.contains(stage);
    }

    /**
     * Ends those filings of a unit that can still end as suspended.
     *
     * @param reason what their correspondence says
     * @param by     who verified the suspension
     * @return how many that were
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int end(String orgCode, Collection<String> periods, String reason, Actor by) {
        List<Long> ids = filings.ofUnit(orgCode, periods).stream().map(Filing::id).toList();
        List<Filing> open = ids.isEmpty() ? List.of()
                : filings.lockAll(ids).stream().filter(f -> possible(f.stage())).toList();
        open.forEach(filing -> end(filing, reason, by));
        return open.size();
    }

    private void end(Filing filing, String reason, Actor by) {
        filing.about(FilingAction.SUSPEND);
        process.tell(filing.processInstanceId(), filing.stage(), FilingAction.SUSPEND, by, Map.of());
        letters.add(filing, by, FilingAction.SUSPEND, reason, null, Set.of());
        audit.record(by.who(), new AuditTrail.Deed(FilingAction.SUSPEND.name(), filing.subject(), filing.before().name(),
                filing.status().name(), "revision " + filing.revision() + ": " + reason));
        events.publishEvent(new FilingMoved(filing.summary(), FilingAction.SUSPEND, reason));
    }
}
