package org.zhibao.indicator.web;

import java.util.List;
import org.zhibao.indicator.IndicatorVersion;
import org.zhibao.period.Quarter;

/**
 * An added indicator on the list.
 *
 * @param latest the latest version
 * @param state  how it stands in the period whose forms are the latest that were opened
 */
record IndicatorLine(IndicatorVersion latest, State state) {

    /** Whether forms ask for it. */
    enum State { PLANNED, IN_FORCE, RETIRED }

    /** @param history all versions of the indicator, the latest first */
    static IndicatorLine of(List<IndicatorVersion> history, Quarter open) {
        IndicatorVersion latest = history.get(0);
        State state = history.stream().filter(v -> v.effectiveFrom().compareTo(open) <= 0).findFirst()
                .map(v -> v.retired() ? State.RETIRED : State.IN_FORCE).orElse(State.PLANNED);
        return new IndicatorLine(latest, state);
    }

    /** Whether the latest version counts only from a later period on. */
    public boolean changesLater(Quarter open) {
        return state == State.IN_FORCE && latest.effectiveFrom().compareTo(open) > 0;
    }
}
