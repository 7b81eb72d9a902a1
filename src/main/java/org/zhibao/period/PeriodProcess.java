package org.zhibao.period;

import java.time.Instant;
import org.zhibao.account.Actor;

/**
 * The process of a reporting period, in the words of the period. It moves in the caller's transaction; which act it waits
 * for it tells {@link PeriodPosition}. An actor may be null where nobody in particular acts, as with demo data.
 */
public interface PeriodProcess {

    /**
     * Starts the process of a planned period; it waits for the roster to be confirmed.
     *
     * @param confirmDue until when
     */
    void plan(ReportingPeriod period, Instant confirmDue);

    /**
     * The roster is confirmed: the filings are started in chunks and in the background.
     *
     * @param opensAt the first moment of the period; null to start at once
     */
    void confirm(ReportingPeriod period, Instant opensAt, Actor actor);

    /** The period closes before its closing day. */
    void closeEarly(ReportingPeriod period, Actor actor);

    /** The province has signed its submission to the ministry: the filings are told in chunks and in the background. */
    void report(ReportingPeriod period, Actor actor);

    /** The ministry has accepted: everything is archived in chunks and in the background. */
    void archive(ReportingPeriod period, Actor actor);
}
