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
    private final RecordCodec codec;
    private final Registry registry;
    private final ReportLinks links;

    ReportsToTry(Filings filings, RecordCodec codec, Registry registry, ReportLinks links) {
        this.filings = filings;
        this.codec = codec;
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
        List<String> orgCodes = found.stream().map(row -> ((Filing) row[0]).orgCode()).toList();
        Map<String, Figures> before = previous ? accepted(period.previous(), orgCodes) : Map.of();
        Map<String, Figures> yearAgo = lastYear ? accepted(period.sameQuarterLastYear(), orgCodes) : Map.of();
        Map<String, ReportingUnit> units = new HashMap<>();
        registry.units(orgCodes).forEach(unit -> units.put(unit.orgCode(), unit));
        List<Stored> reports = new ArrayList<>();
        for (Object[] row : found) {
            Filing filing = (Filing) row[0];
            ReportingUnit unit = units.get(filing.orgCode());
            Figures figures = figures((byte[]) row[1]);
            reports.add(new Stored(filing.id(), filing.orgCode(), filing.unitName(), new ReviewSubject(figures,
                    before.getOrDefault(filing.orgCode(), Figures.EMPTY),
                    yearAgo.getOrDefault(filing.orgCode(), Figures.EMPTY), unit.kinds(), period.start(), period.end(),
                    registry.facts(unit), withLinks ? links.of(filing, unit, figures) : Links.NONE)));
        }
        return new Chunk(reports, found.size() < limit ? 0 : ((Filing) found.get(found.size() - 1)[0]).id());
    }

    private Map<String, Figures> accepted(Quarter period, List<String> orgCodes) {
        Map<String, Figures> figures = new HashMap<>();
        if (!orgCodes.isEmpty()) {
            filings.acceptedContents(period.code(), orgCodes)
                    .forEach(row -> figures.put((String) row[0], figures((byte[]) row[1])));
        }
        return figures;
    }

    private Figures figures(byte[] content) {
        return codec.copyOfRecord(content).document().figures();
    }

    /** Null for the whole province. */
    private static String city(String area) {
        return area.equals(PROVINCE) ? null : area;
    }
}
