package org.zhibao.change.web;

import org.springframework.stereotype.Component;
import org.zhibao.change.ChangeList;
import org.zhibao.change.ChangeSummary;
import org.zhibao.filing.FilingSummary;

/** What the pages of other features show of changes; templates know it as {@code @changeParts}. */
@Component("changeParts")
public class ChangeParts {

    private final ChangeList list;

    ChangeParts(ChangeList list) {
        this.list = list;
    }

    /** What took the filing's unit off the registry; null if nothing did. */
    public ChangeSummary departure(FilingSummary filing) {
        return list.departures(filing.orgCode()).stream().findFirst().orElse(null);
    }
}
