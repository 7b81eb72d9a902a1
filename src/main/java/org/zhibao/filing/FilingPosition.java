package org.zhibao.filing;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;

/** Keeps the filing's projection of its position in the process; told by the process, in the transaction that moves it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class FilingPosition {

    private final Filings filings;
    private final Accounts accounts;
    private final Clock clock;

    FilingPosition(Filings filings, Accounts accounts, Clock clock) {
        this.filings = filings;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * The process arrived at a stage.
     *
     * @param taskId the open task; null where the stage waits for no person
     * @param due    until when the task is due; null likewise
     * @return the filing as it stands now
     */
    public FilingSummary entered(long filingId, Stage stage, String taskId, Instant due) {
        Filing filing = filings.require(filingId);
        filing.enter(stage, taskId, due, clock.instant());
        return filing.summary();
    }

    /** The open task was claimed by a user, or given back ({@code null}). */
    public void claimed(long filingId, String taskId, String userId) {
        Filing filing = filings.require(filingId);
        if (!filing.withEnterprise() && taskId.equals(filing.taskId())) {
            String name = userId == null ? null : accounts.actor(userId).map(Actor::name).orElse(userId);
            filing.claimedBy(userId, name);
        }
    }

    /** The deadline timer of a stage fired while the task was open. */
    public void overdue(long filingId, Stage stage) {
        filings.require(filingId).becameOverdue(stage);
    }
}
