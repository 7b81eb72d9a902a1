package org.zhibao.period;

/** The process of a reporting period, in the words of the period. */
public interface PeriodProcess {

    /** Starts the filings of all units of the roster, in chunks and in the background. */
    void open(String periodCode);
}
