package org.zhibao.filing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditTrail;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.IndicatorCatalogues;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;

/** Takes over annual statistics (环境统计年报), against which the four quarters of a year are held (R52). */
@Service
public class AnnualStatistics {

    private static final String PROVINCE = "430000";
    private static final int MOST_UNITS = 2000;
    private static final int FIRST_YEAR = 2011;
    private static final int LAST_YEAR = 2099;

    private final YearFigures years;
    private final Registry registry;
    private final IndicatorCatalogues catalogues;
    private final AuditTrail audit;

    AnnualStatistics(YearFigures years, Registry registry, IndicatorCatalogues catalogues, AuditTrail audit) {
        this.years = years;
        this.registry = registry;
        this.catalogues = catalogues;
        this.audit = audit;
    }

    /**
     * Takes over a year's figures of some units, in place of what was taken over for these units before.
     *
     * @param figures organisation code to indicator code to a number in the indicator's unit
     * @throws Refusal 403 unless the caller administers the province; 422 naming every unit and cell that is not known
     */
    @Transactional
    public int takeOver(int year, Map<String, Map<String, String>> figures, Actor actor) {
        if (actor.role() != Role.ADMIN || !PROVINCE.equals(actor.area())) {
            throw Refusal.forbidden("rule.annual.province-only");
        }
        if (year < FIRST_YEAR || year > LAST_YEAR || figures.isEmpty() || figures.size() > MOST_UNITS) {
            throw Refusal.field("year", "rule.annual.size", MOST_UNITS);
        }
        Map<String, Map<String, BigDecimal>> read = read(new Quarter(year, 4), figures);
        read.forEach((orgCode, cells) -> years.takeOver(orgCode, year, cells));
        audit.record(actor.who(), "ANNUAL_FIGURES", "annual/" + year, read.size() + " units: "
                + String.join(" ", read.keySet()));
        return read.size();
    }

    private Map<String, Map<String, BigDecimal>> read(Quarter last, Map<String, Map<String, String>> figures) {
        List<Refusal.FieldError> errors = new ArrayList<>();
        Map<String, Map<String, BigDecimal>> read = new TreeMap<>();
        figures.forEach((orgCode, cells) -> {
            Optional<ReportingUnit> unit = registry.unit(orgCode);
            IndicatorCatalogue catalogue = catalogues.of(last, unit.map(ReportingUnit::cityCode).orElse(PROVINCE));
            if (unit.isEmpty()) {
                errors.add(new Refusal.FieldError(orgCode, new Refusal.Text("rule.annual.unknown-unit", orgCode)));
            }
            Map<String, BigDecimal> numbers = new TreeMap<>();
            cells.forEach((cell, text) -> number(catalogue, cell, text).ifPresentOrElse(n -> numbers.put(cell, n),
                    () -> errors.add(new Refusal.FieldError(orgCode + "." + cell,
                            new Refusal.Text("rule.annual.bad-cell", cell)))));
            read.put(orgCode, numbers);
        });
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors.subList(0, Math.min(errors.size(), 100)));
        }
        return read;
    }

    /** Numbers of 18 digits before the decimal point fit the column. */
    private static Optional<BigDecimal> number(IndicatorCatalogue catalogue, String cell, String text) {
        return catalogue.indicator(cell).filter(Indicator::numeric).flatMap(i -> Figures.parse(text))
                .filter(n -> n.precision() - n.scale() <= 18);
    }
}
