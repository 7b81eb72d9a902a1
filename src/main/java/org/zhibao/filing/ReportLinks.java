package org.zhibao.filing;

import java.math.BigDecimal;
import org.springframework.stereotype.Component;
import org.zhibao.indicator.Figures;
import org.zhibao.period.Quarter;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.registry.SourceKind;
import org.zhibao.rule.Links;

/** Finds out what the register, other reports and earlier quarters say about a report. */
@Component
class ReportLinks {

    private final Registry registry;
    private final WaterTransfers transfers;
    private final YearFigures years;

    ReportLinks(Registry registry, WaterTransfers transfers, YearFigures years) {
        this.registry = registry;
        this.transfers = transfers;
        this.years = years;
    }

    Links of(Filing filing, ReportingUnit unit, Figures figures) {
        Quarter quarter = Quarter.parse(filing.period());
        Boolean countyValid = figures.text("A06").map(code -> registry.isCountyOn(code, quarter.end())).orElse(null);
        Boolean receiverKnown = figures.text("A19").map(this::isSewagePlant).orElse(null);
        BigDecimal received = unit.kinds().contains(SourceKind.WWTP)
                ? transfers.received(filing.period(), filing.orgCode()) : null;
        return new Links(countyValid, receiverKnown, received, years.earlier(filing),
                years.annual(filing));
    }

    private boolean isSewagePlant(String orgCode) {
        return registry.unit(orgCode).filter(plant -> plant.kinds().contains(SourceKind.WWTP)).isPresent();
    }
}
