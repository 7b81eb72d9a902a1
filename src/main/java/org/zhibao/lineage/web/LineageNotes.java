package org.zhibao.lineage.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhibao.lineage.Ancestry;
import org.zhibao.lineage.Lineage;
import org.zhibao.lineage.Origins;
import org.zhibao.period.Quarter;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;

/** Says beside a report with whose figures it is compared; templates know it as {@code @lineageNotes}. */
@Component("lineageNotes")
public class LineageNotes {

    /**
     * What is compared with another unit's figures, or with nobody's.
     *
     * @param kind    how; never {@link Origins.Kind#OWN}
     * @param quarter the quarter compared with
     * @param units   names and codes of those that reported then
     */
    public record Note(Origins.Kind kind, Quarter quarter, String units) {
    }

    private final Lineage lineage;
    private final Registry registry;

    LineageNotes(Lineage lineage, Registry registry) {
        this.lineage = lineage;
        this.registry = registry;
    }

    /** For the quarter before and the same one last year, where the unit was another then; mostly none. */
    public List<Note> of(String orgCode, String period) {
        Ancestry ancestry = lineage.of(orgCode);
        if (ancestry.unbroken()) {
            return List.of();
        }
        Quarter quarter = Quarter.parse(period);
        List<Note> notes = new ArrayList<>();
        for (Quarter earlier : List.of(quarter.previous(), quarter.sameQuarterLastYear())) {
            Origins origins = ancestry.at(earlier);
            if (origins.kind() != Origins.Kind.OWN) {
                notes.add(new Note(origins.kind(), earlier, names(origins.units())));
            }
        }
        return notes;
    }

    private String names(List<String> orgCodes) {
        return registry.units(orgCodes).stream().map(LineageNotes::named).collect(Collectors.joining("、"));
    }

    private static String named(ReportingUnit unit) {
        return unit.name() + " " + unit.orgCode();
    }
}
