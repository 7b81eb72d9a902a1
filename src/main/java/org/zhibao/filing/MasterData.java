package org.zhibao.filing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.FormDefinition;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.RowGroup;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;

/** What does not change from quarter to quarter (静态数据): of the last accepted report, and of the registry. */
@Component
class MasterData {

    /**
     * @param period  the quarter of the last accepted report; empty if there is none
     * @param figures the fixed cells, and the fixed columns of every row
     */
    record Taken(String period, Figures figures) {
    }

    private final EarlierFigures earlier;
    private final CopiesOfRecord records;
    private final Registry registry;
    private final FilingForms forms;

    MasterData(EarlierFigures earlier, CopiesOfRecord records, Registry registry, FilingForms forms) {
        this.earlier = earlier;
        this.records = records;
        this.registry = registry;
        this.forms = forms;
    }

    /** For the form of a filing: what earlier reports say, except where the registry knows better. */
    Taken of(Filing filing) {
        ReportingUnit unit = registry.require(filing.orgCode());
        FormDefinition form = forms.of(filing);
        Optional<Filing> last = earlier.last(filing);
        Figures figures = last.map(f -> records.figures(f.id(), f.acceptedRevision())).orElse(Figures.EMPTY);
        Map<String, String> values = new TreeMap<>();
        form.sections().forEach(s -> values.putAll(fixed(s.indicators(), figures.values())));
        values.putAll(registered(unit));
        Map<String, List<Map<String, String>>> rows = new TreeMap<>();
        form.sections().stream().flatMap(s -> s.groups().stream()).forEach(g -> rows.put(g.code(), rows(g, figures)));
        rows.values().removeIf(List::isEmpty);
        return new Taken(last.map(Filing::period).orElse(""), new Figures(values, rows));
    }

    private static List<Map<String, String>> rows(RowGroup group, Figures figures) {
        return figures.rows(group.code()).stream().map(row -> fixed(group.columns(), row))
                .filter(row -> !row.isEmpty()).toList();
    }

    private static Map<String, String> fixed(List<Indicator> indicators, Map<String, String> cells) {
        Map<String, String> fixed = new LinkedHashMap<>();
        indicators.stream().filter(Indicator::fixed).filter(i -> cells.get(i.code()) != null)
                .forEach(i -> fixed.put(i.code(), cells.get(i.code())));
        return fixed;
    }

    private static Map<String, String> registered(ReportingUnit unit) {
        Map<String, String> values = new TreeMap<>();
        values.put("A01", unit.orgCode());
        unit.uscc().ifPresent(uscc -> values.put("A02", uscc));
        values.put("A03", unit.name());
        values.put("A06", unit.countyCode());
        values.put("A15", unit.industryCode());
        return values;
    }
}
