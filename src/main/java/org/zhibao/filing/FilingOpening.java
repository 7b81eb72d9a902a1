package org.zhibao.filing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.period.PeriodRosters;
import org.zhibao.period.PeriodState;
import org.zhibao.period.Periods;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;

/** Starts the filings of a period in chunks, each chunk in one transaction: filing, process and progress together. */
@Service
public class FilingOpening {

    private final Registry registry;
    private final Periods periods;
    private final PeriodRosters rosters;
    private final Filings filings;
    private final FilingProcess process;
    private final ApplicationEventPublisher events;

    FilingOpening(Registry registry, Periods periods, PeriodRosters rosters, Filings filings, FilingProcess process,
                  ApplicationEventPublisher events) {
        this.registry = registry;
        this.periods = periods;
        this.rosters = rosters;
        this.filings = filings;
        this.process = process;
        this.events = events;
    }

    /**
     * Starts the filings of the next units of the confirmed roster that have none yet; told by {@link FilingsOpened}.
     *
     * @param after the organisation code up to which units are done; empty at the beginning
     * @return the organisation code up to which units are done now; empty if there are no more
     */
    @Transactional
    public Optional<String> openNext(String periodCode, String after, int limit) {
        ReportingPeriod period = periods.require(periodCode);
        if (period.state() == PeriodState.CONFIRMED) {
            periods.startOpening(periodCode, rosters.size(periodCode));
        }
        List<ReportingUnit> units = registry.units(rosters.codes(periodCode, after, limit));
        if (units.isEmpty()) {
            return Optional.empty();
        }
        List<Filing> opened = missing(units, periodCode);
        filings.saveAllAndFlush(opened);
        Map<Long, String> instances = process.start(opened.stream().map(f -> start(f, period)).toList());
        opened.forEach(f -> f.startedAs(instances.get(f.id())));
        periods.opened(periodCode, opened.size());
        events.publishEvent(new FilingsOpened(periodCode, opened.stream().map(Filing::summary).toList()));
        return Optional.of(units.get(units.size() - 1).orgCode());
    }

    private List<Filing> missing(List<ReportingUnit> units, String periodCode) {
        Set<String> there = new HashSet<>(filings.orgCodesWithFiling(periodCode,
                units.stream().map(ReportingUnit::orgCode).collect(Collectors.toSet())));
        return units.stream().filter(u -> !there.contains(u.orgCode())).map(u -> new Filing(u, periodCode)).toList();
    }

    private static FilingProcess.Start start(Filing filing, ReportingPeriod period) {
        // the unit's user name is its organisation code
        return new FilingProcess.Start(filing.id(), filing.period(), filing.orgCode(), filing.orgCode(),
                filing.cityCode(), Map.of(Stage.FILL_IN, period.enterpriseDue()));
    }
}
