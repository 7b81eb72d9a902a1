package org.zhibao.indicator.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.indicator.IndicatorAdministration;
import org.zhibao.period.Quarter;

/** The added indicators a person may see, picked by section, area and state. */
@Component
class IndicatorLists {

    /** What is wanted; nothing for all. */
    record Query(String section, String area, String state) {

        Query {
            section = section == null ? "" : section;
            area = area == null ? "" : area;
            state = state == null ? "" : state;
        }

        boolean fits(IndicatorLine line) {
            return (section.isEmpty() || line.latest().definition().section().equals(section))
                    && (area.isEmpty() || line.latest().area().equals(area))
                    && (state.isEmpty() || line.state().name().equals(state));
        }
    }

    private final IndicatorAdministration administration;

    IndicatorLists(IndicatorAdministration administration) {
        this.administration = administration;
    }

    List<IndicatorLine> lines(Query query, Actor actor) {
        Quarter open = open();
        return administration.indicators(actor).stream()
                .map(history -> IndicatorLine.of(history, open)).filter(query::fits).toList();
    }

    /** The period whose forms are the latest that were opened. */
    Quarter open() {
        return administration.earliest().previous();
    }
}
