package org.zhibao.filing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.indicator.Figures;
import org.zhibao.period.Quarter;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.rule.Links;
import org.zhibao.rule.ReviewSubject;
import org.zhibao.rule.StoredReports;

/** Hands submitted reports to whoever tries a rule; a chunk costs a few queries, however many reports it has. */
@Component
@Transactional(readOnly = true)
class ReportsToTry implements StoredReports {

    private static final String PROVINCE = "430000";

    private final Filings filings;
    private final CopiesOfRecord records;
    private final EarlierFigures earlier;
    private final Registry registry;
    private final ReportLinks links;

    ReportsToTry(Filings filings, CopiesOfRecord records, EarlierFigures earlier, Registry registry,
                 ReportLinks links) {
        this.filings = filings;
        this.records = records;
        this.earlier = earlier;
        this.registry = registry;
        this.links = links;
    }

    @Override
    public List<Quarter> periods() {
        return filings.periodsWithReports().stream().map(Quarter::parse).toList();
    }

    @Override
    public long count(Quarter period, String area) {
        return filings.countReports(period.code(), city(area));
    }

    @Override
    public Chunk chunk(Quarter period, String area, long after, int limit, boolean previous, boolean lastYear,
                       boolean withLinks) {
        List<Object[]> found = filings.reportsAfter(period.code(), city(area), after, Limit.of(limit));
        List<Filing> filed = found.stream().map(row -> (Filing) row[0]).toList();
        List<String> orgCodes = filed.stream().map(Filing::orgCode).toList();
        Map<String, Figures> before = previous ? earlier.of(filed, period.previous()) : Map.of();
        Map<String, Figures> yearAgo = lastYear ? earlier.of(filed, period.sameQuarterLastYear()) : Map.of();
        Map<String, ReportingUnit> units = new HashMap<>();
        registry.units(orgCodes).forEach(unit -> units.put(unit.orgCode(), unit));
        List<Stored> reports = new ArrayList<>();
        for (Object[] row : found) {
            Filing filing = (Filing) row[0];
            ReportingUnit unit = units.get(filing.orgCode());
            Figures figures = records.figures((byte[]) row[1]);
            reports.add(new Stored(filing.id(), filing.orgCode(), filing.unitName(), new ReviewSubject(figures,
                    before.getOrDefault(filing.orgCode(), Figures.EMPTY),
                    yearAgo.getOrDefault(filing.orgCode(), Figures.EMPTY), unit.kinds(), period.start(), period.end(),
                    registry.facts(unit), withLinks ? links.of(filing, unit, figures) : Links.NONE)));
        }
        return new Chunk(reports, found.size() < limit ? 0 : ((Filing) found.get(found.size() - 1)[0]).id());
    }

    /** Null for the whole province. */
    private static String city(String area) {
        return area.equals(PROVINCE) ? null : area;
    }
}
