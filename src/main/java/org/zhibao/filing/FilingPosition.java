package org.zhibao.filing;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.springframework.context.ApplicationEventPublisher;
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
    private final LatenessNews news;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    FilingPosition(Filings filings, Accounts accounts, LatenessNews news, Clock clock, ApplicationEventPublisher events) {
        this.events = events;
        this.filings = filings;
        this.accounts = accounts;
        this.news = news;
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
        FilingSummary before = filing.summary();
        filing.enter(stage, taskId, due, clock.instant());
        FilingSummary now = filing.summary();
        news.tell(before, now, LatenessEnded.Ending.by(filing.action()));
        if (FilingEnded.STAGES.contains(stage)) {
            events.publishEvent(new FilingEnded(now));
        }
        return now;
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
        Filing filing = filings.require(filingId);
        FilingSummary before = filing.summary();
        filing.becameOverdue(stage);
        news.tellFired(before, filing.summary());
    }

    /** Keeps the filings of processes from being acted on until the transaction ends, in the order of their ids. */
    public void hold(Collection<String> processInstanceIds) {
        filings.lockAll(filings.idsOf(processInstanceIds));
    }

    /** Whether the open task is past its due date; nobody else moves the filing until the transaction ends. */
    public boolean pastDue(long filingId) {
        return filings.lock(filingId).map(Filing::dueAt).filter(due -> due.isBefore(clock.instant())).isPresent();
    }
}
