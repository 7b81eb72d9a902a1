package org.zhibao.casefile.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.casefile.QuarterFigures;
import org.zhibao.filing.FilingStatus;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.IndicatorCatalogues;
import org.zhibao.period.Quarter;

/** The quarter in figures, in the reader's language. */
@RestController
class QuarterApi {

    /** A status that at least one report has. */
    record Column(String status, String name) {
    }

    /** A city: how many reports stand at each status of the columns, how many are overdue, how many there are. */
    record City(String name, List<Long> filings, long overdue, long total) {
    }

    /** A name with counts. */
    record Row(String name, long times, long filings) {
    }

    /** A stage: tasks done, the usual and the long time. */
    record StageRow(String name, long tasks, String median, String p95) {
    }

    /** Everything on one page. */
    record View(String period, String quarter, List<Column> statuses, List<City> cities, List<Row> returns,
                List<Row> reasons, long differentReasons, List<Row> cells, List<StageRow> stages, List<Row> late) {
    }

    private final QuarterFigures figures;
    private final CaseViews views;
    private final IndicatorCatalogues catalogues;

    QuarterApi(QuarterFigures figures, CaseViews views, IndicatorCatalogues catalogues) {
        this.figures = figures;
        this.views = views;
        this.catalogues = catalogues;
    }

    @GetMapping("/api/v1/audit/quarters/{period}")
    View quarter(@PathVariable String period, Actor actor, Locale locale) {
        QuarterFigures.Quarter found = figures.of(period, actor);
        List<FilingStatus> statuses = found.standings().stream().map(QuarterFigures.Standing::status).distinct().sorted()
                .toList();
        return new View(period, views.quarter(period, locale),
                statuses.stream().map(s -> new Column(s.name(), views.text("status." + s, locale))).toList(),
                cities(found, statuses),
                found.returns().stream().map(r -> new Row(views.text("action." + r.action(), locale) + " · "
                        + views.text("role." + r.role(), locale), r.times(), r.filings())).toList(),
                found.reasons().stream().map(r -> new Row(r.text(), r.times(), 0)).toList(), found.differentReasons(),
                cells(found, actor.area().substring(0, 2) + "0000", locale),
                found.stages().stream().map(s -> new StageRow(s.name(), s.tasks(), views.lasted(s.median(), locale),
                        views.lasted(s.p95(), locale))).toList(),
                found.late().stream().map(l -> new Row(views.text("stage." + l.stage(), locale), l.times(), l.open()))
                        .toList());
    }

    private List<City> cities(QuarterFigures.Quarter found, List<FilingStatus> statuses) {
        Map<String, List<QuarterFigures.Standing>> byCity = new LinkedHashMap<>();
        found.standings().forEach(s -> byCity.computeIfAbsent(s.city(), c -> new ArrayList<>()).add(s));
        return byCity.entrySet().stream().map(city -> new City(views.area(city.getKey()),
                statuses.stream().map(status -> city.getValue().stream().filter(s -> s.status() == status)
                        .mapToLong(QuarterFigures.Standing::filings).sum()).toList(),
                city.getValue().stream().mapToLong(QuarterFigures.Standing::overdue).sum(),
                city.getValue().stream().mapToLong(QuarterFigures.Standing::filings).sum())).toList();
    }

    /** By the province's catalogue of the quarter; a city's own indicators keep their codes. */
    private List<Row> cells(QuarterFigures.Quarter found, String province, Locale locale) {
        IndicatorCatalogue catalogue = catalogues.of(Quarter.parse(found.period()), province);
        return found.cells().stream().map(c -> new Row(name(c.text(), catalogue, locale), c.times(), 0)).toList();
    }

    private String name(String cell, IndicatorCatalogue catalogue, Locale locale) {
        return cell.isEmpty() ? views.text("case.whole", locale)
                : catalogue.indicator(cell).map(i -> cell + " " + i.name(locale)).orElse(cell);
    }
}
