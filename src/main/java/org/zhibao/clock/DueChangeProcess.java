package org.zhibao.clock;

/** The process that carries out a change of due dates, in chunks and in the background. */
public interface DueChangeProcess {

    /** Starts it; it then calls {@link DueChangeRun}. */
    void start(long changeId, String period);
}
