package org.zhibao.demo;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.List;
import org.zhibao.indicator.Figures;
import org.zhibao.registry.ReportingUnit;

/** What the registry knows about a unit, in the cells of section A. */
final class MasterData {

    private MasterData() {
    }

    static Map<String, String> of(ReportingUnit unit) {
        Map<String, String> cells = new TreeMap<>();
        cells.put("A01", unit.orgCode());
        cells.put("A02", unit.uscc().orElse(Figures.NOT_APPLICABLE));
        cells.put("A03", unit.name());
        cells.put("A04", orNotApplicable(unit.formerName()));
        cells.put("A05", unit.legalRepresentative());
        cells.put("A06", unit.countyCode());
        cells.put("A07", unit.address());
        cells.put("A08", unit.longitude().toPlainString());
        cells.put("A09", unit.latitude().toPlainString());
        cells.put("A10", unit.contactName());
        cells.put("A11", unit.contactPhone());
        cells.put("A12", orNotApplicable(unit.postalCode()));
        cells.put("A14", unit.enterpriseSize());
        cells.put("A15", unit.industryCode());
        cells.put("A17", unit.dischargeDestination().orElse(Figures.NOT_APPLICABLE));
        cells.put("A21", codes(unit.kinds()));
        cells.put("A22", codes(unit.controlLevels()));
        cells.put("A23", unit.operatingStatus());
        if (Template.ofUnit(unit.orgCode()).findAny().isEmpty()) {
            cells.putAll(madeUp(unit));
        }
        return cells;
    }

    private static Map<String, String> madeUp(ReportingUnit unit) {
        Draw draw = Draw.of("master", unit.orgCode());
        DemoPlace place = DemoPlace.of(unit.cityCode());
        boolean water = unit.dischargeDestination().isPresent();
        return Map.of("A13", draw.from(List.of("151", "159", "160", "173")),
                "A16", String.format("%d-%02d", 1985 + draw.below(28), 1 + draw.below(12)),
                "A18", water ? place.river() : Figures.NOT_APPLICABLE, "A20", place.basin());
    }

    private static String orNotApplicable(String text) {
        return text.isEmpty() ? Figures.NOT_APPLICABLE : text;
    }

    private static String codes(Set<? extends Enum<?>> codes) {
        return codes.stream().map(Enum::name).collect(Collectors.joining(","));
    }
}
