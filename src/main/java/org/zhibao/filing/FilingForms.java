package org.zhibao.filing;

import org.springframework.stereotype.Component;
import org.zhibao.indicator.FormDefinition;
import org.zhibao.indicator.FormScope;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.IndicatorCatalogues;
import org.zhibao.period.Quarter;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;

/** The form of a filing: as the catalogue was, or will be, in its period and city. */
@Component
class FilingForms {

    private final IndicatorCatalogues catalogues;
    private final Registry registry;

    FilingForms(IndicatorCatalogues catalogues, Registry registry) {
        this.catalogues = catalogues;
        this.registry = registry;
    }

    FormDefinition of(Filing filing) {
        ReportingUnit unit = registry.require(filing.orgCode());
        return catalogues.formFor(new FormScope(Quarter.parse(filing.period()), filing.cityCode(), unit.kinds(),
                unit.industryCode()));
    }

    /** All that may be asked of any unit of the filing's city in its period. */
    IndicatorCatalogue catalogue(Filing filing) {
        return catalogues.of(Quarter.parse(filing.period()), filing.cityCode());
    }
}
