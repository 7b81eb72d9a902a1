package org.zhibao.rule;

import java.util.List;
import org.zhibao.period.Quarter;

/** Submitted reports, for a rule to be tried on before it counts. Implemented where reports are kept. */
public interface StoredReports {

    /** A report as its latest revision has it. */
    record Stored(long filingId, String orgCode, String unitName, ReviewSubject subject) {
    }

    /**
     * Some reports.
     *
     * @param next the id to go on after; 0 if these are the last
     */
    record Chunk(List<Stored> reports, long next) {
    }

    /** The periods with submitted reports, the latest first. */
    List<Quarter> periods();

    /** How many reports of the period are submitted in the area ({@code 430000} or a city). */
    long count(Quarter period, String area);

    /**
     * The next reports.
     *
     * @param after    {@code next} of the chunk before; 0 to begin
     * @param limit    how many at the most
     * @param previous whether the previous quarter's figures are needed
     * @param lastYear whether those of the same quarter last year are needed
     * @param links    whether it matters what the register and other reports say
     */
    Chunk chunk(Quarter period, String area, long after, int limit, boolean previous, boolean lastYear, boolean links);
}
