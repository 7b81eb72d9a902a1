package org.zhibao.rule;

import java.util.List;
import org.zhibao.period.Quarter;

/**
 * What a rule would have said about submitted reports, and what it says as it stands today.
 *
 * @param period  the period whose reports were looked at
 * @param total   how many reports of the period there are in the area
 * @param checked how many were looked at in this chunk
 * @param would   what the rule as written would do
 * @param does    what the rule in force does; all zero for a new rule
 * @param hits    the reports it would say something about, not more than {@value #MOST_HITS} of a chunk
 * @param next    the id to go on after; 0 if there are no more
 */
public record DryRun(Quarter period, long total, long checked, Count would, Count does, List<Hit> hits, long next) {

    static final int MOST_HITS = 200;

    /** Reports by the worst that is said about them. */
    public record Count(int stopped, int questioned, int hinted) {

        static final Count NONE = new Count(0, 0, 0);

        Count plus(Severity worst) {
            return worst == null ? this : switch (worst) {
                case BLOCKING -> new Count(stopped + 1, questioned, hinted);
                case EXPLAIN -> new Count(stopped, questioned + 1, hinted);
                case HINT -> new Count(stopped, questioned, hinted + 1);
            };
        }

        Count plus(Count other) {
            return new Count(stopped + other.stopped, questioned + other.questioned, hinted + other.hinted);
        }
    }

    /**
     * A report that the rule would say something about.
     *
     * @param findings what it would say
     * @param today    the worst the rule in force says; null if nothing
     */
    public record Hit(long filingId, String orgCode, String unitName, List<Finding> findings, Severity today) {

        /** The worst the rule would say. */
        public Severity worst() {
            return findings.stream().map(Finding::severity).min(Severity::compareTo).orElseThrow();
        }
    }

    /** This chunk and those before it. */
    DryRun after(DryRun before) {
        List<Hit> all = new java.util.ArrayList<>(before.hits);
        hits.stream().limit(Math.max(0, MOST_HITS - all.size())).forEach(all::add);
        return new DryRun(period, total, before.checked + checked, before.would.plus(would), before.does.plus(does),
                List.copyOf(all), next);
    }
}
