package org.zhibao.registry;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;

/** The units of a list with what they say, to be taken away as a file: contact data masked, whoever reads it. */
@Service
@Transactional(readOnly = true)
public class UnitSheet {

    /** A unit in a list, and what it says. */
    public record Row(UnitLine line, Map<UnitField, String> values) {
    }

    /** Some rows: {@code next} is the organisation code to go on after; null at the end. */
    public record Part(List<Row> rows, String next) {
    }

    private final UnitSearch search;
    private final ReportingUnits units;

    UnitSheet(UnitSearch search, ReportingUnits units) {
        this.search = search;
        this.units = units;
    }

    /** The next rows of a list, in the order of organisation codes; refused as {@link UnitSearch#page} refuses. */
    public Part part(UnitQuery query, Actor actor) {
        UnitPage page = search.page(query, actor);
        Map<String, ReportingUnit> found = units.findByOrgCodeInOrderByOrgCode(page.units().stream()
                .map(UnitLine::orgCode).toList()).stream()
                .collect(Collectors.toMap(ReportingUnit::orgCode, unit -> unit));
        return new Part(page.units().stream().map(line -> new Row(line,
                UnitMasks.masked(found.get(line.orgCode()).values()))).toList(), page.next());
    }
}
