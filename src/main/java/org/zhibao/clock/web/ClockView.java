package org.zhibao.clock.web;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.clock.DueChange;
import org.zhibao.clock.ExtensionRights;
import org.zhibao.clock.Extensions;
import org.zhibao.clock.LatenessRow;
import org.zhibao.clock.LatenessRows;
import org.zhibao.filing.FilingSummary;

/** What the pages of other features show about a filing's deadline; templates know it as {@code @clockView}. */
@Component("clockView")
public class ClockView {

    private final LatenessRows lateness;
    private final Extensions extensions;
    private final AreaChoices areas;
    private final Clock clock;

    ClockView(LatenessRows lateness, Extensions extensions, AreaChoices areas, Clock clock) {
        this.lateness = lateness;
        this.extensions = extensions;
        this.areas = areas;
        this.clock = clock;
    }

    /** The filing's lateness under way; null if it is not late. */
    public LatenessRow late(FilingSummary filing) {
        return filing.overdue() ? lateness.open(filing.id()).orElse(null) : null;
    }

    /** The extension that gives the open task its date; null if none does. */
    public DueChange extension(FilingSummary filing) {
        return extensions.inForce(filing).orElse(null);
    }

    /** Whether the reader may give the open task more time. */
    public boolean mayExtend(FilingSummary filing, Actor actor) {
        return actor != null && filing.taskId() != null && ExtensionRights.stages(actor).contains(filing.stage());
    }

    /** How many calendar days a lateness has lasted. */
    public long days(LatenessRow row) {
        return row.days(clock.instant());
    }

    /** The name of an area. */
    public String area(String code) {
        return areas.name(code);
    }

    /** Who is late: the unit, its city or the province. */
    public String lateParty(LatenessRow row) {
        return switch (row.stage()) {
            case CITY_REVIEW, CITY_FEEDBACK -> areas.name(row.cityCode());
            case PROVINCE_REVIEW, PROVINCE_FEEDBACK -> areas.name(row.cityCode().substring(0, 2) + "0000");
            default -> row.unitName();
        };
    }
}
