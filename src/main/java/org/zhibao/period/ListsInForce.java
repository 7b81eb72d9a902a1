package org.zhibao.period;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.ListDependents;
import org.zhibao.registry.ListKind;
import org.zhibao.registry.RosterList;
import org.zhibao.registry.UnitRosters;

/**
 * Which lists of units a period is reported by. The yearly lists: those of last year for the report of the fourth quarter in
 * January, those of the current year from April on (W7). The quarterly lists of key reduction industries (W19): of each city
 * that of the reported quarter, or the last one before it until the city renews it.
 */
@Component
public class ListsInForce implements ListDependents {

    /**
     * @param year     whose yearly lists apply
     * @param quarters whose list of key reduction industries applies, by the code of the city; a city that had none yet is
     *                 not among them
     */
    public record Lists(int year, Map<String, String> quarters) {

        /** The quarter whose list of key reduction industries applies in a city; empty if it had none yet. */
        public Optional<String> quarterIn(String city) {
            return Optional.ofNullable(quarters.get(city));
        }
    }

    private static final int CODES_PER_QUERY = 1000;

    private final UnitRosters rosters;
    private final JdbcClient jdbc;

    ListsInForce(UnitRosters rosters, JdbcClient jdbc) {
        this.rosters = rosters;
        this.jdbc = jdbc;
    }

    /** The lists of a quarter. */
    public Lists of(Quarter quarter) {
        return new Lists(year(quarter), rosters.reductionListsOf(quarter.code()));
    }

    /** The year whose lists apply: in January last year's, from April on the current year's (W7). */
    static int year(Quarter quarter) {
        LocalDate reported = quarter.end().plusDays(1);
        return reported.getMonthValue() == 1 ? reported.getYear() - 1 : reported.getYear();
    }

    /** A frozen roster depends on the lists it was made by, and on the units that stand on it. */
    @Override
    public Optional<Refusal.Text> on(RosterList list, Collection<String> newUnits) {
        return jdbc.sql("select distinct period from period_roster order by period").query(String.class).list().stream()
                .filter(period -> applies(list, of(Quarter.parse(period)))).findFirst()
                .map(period -> new Refusal.Text("roster.frozen-by-list", period))
                .or(() -> standing(List.copyOf(newUnits)));
    }

    private static boolean applies(RosterList list, Lists lists) {
        return list.kind() == ListKind.KEY_REDUCTION ? lists.quarters().containsValue(list.term()) : list.year() == lists.year();
    }

    private Optional<Refusal.Text> standing(List<String> newUnits) {
        for (int from = 0; from < newUnits.size(); from += CODES_PER_QUERY) {
            Optional<Refusal.Text> found = jdbc.sql("select org_code, period from period_roster where org_code in (:codes) "
                            + "union all select org_code, period from roster_adjustment where org_code in (:codes) limit 1")
                    .param("codes", newUnits.subList(from, Math.min(newUnits.size(), from + CODES_PER_QUERY)))
                    .query((row, n) -> new Refusal.Text("roster.unit-stands", row.getString(1), row.getString(2)))
                    .optional();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
