package org.zhibao.suspension.web;

import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingSummary;
import org.zhibao.suspension.SuspensionDesk;
import org.zhibao.suspension.SuspensionList;
import org.zhibao.suspension.SuspensionSummary;

/** What the pages of other features show of suspensions; templates know it as {@code @suspensionParts}. */
@Component("suspensionParts")
public class SuspensionParts {

    private final SuspensionList list;
    private final SuspensionDesk desk;

    SuspensionParts(SuspensionList list, SuspensionDesk desk) {
        this.list = list;
        this.desk = desk;
    }

    /** The suspension that holds the filing's period; null if none does. */
    public SuspensionSummary of(FilingSummary filing) {
        return list.of(filing.orgCode(), filing.period()).orElse(null);
    }

    /** Whether the reader may declare one because of this filing. */
    public boolean mayDeclare(FilingSummary filing, Actor actor) {
        return desk.mayDeclare(filing, actor);
    }
}
