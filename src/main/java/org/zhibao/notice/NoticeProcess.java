package org.zhibao.notice;

/** The process behind an urging, in the words of the notice. */
public interface NoticeProcess {

    /** Begins to work an urging off, in chunks and in the background. */
    void urge(long urgingId);
}
