package org.zhibao.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.zhibao.registry.SourceKind;

/** Rows of treatment facilities (E20) that agree with the concentrations of the report. */
final class Facility {

    private Facility() {
    }

    /** The row, with the report's concentrations and the removal rate that follows from them. */
    static Map<String, String> like(Map<String, String> row, Set<SourceKind> kinds, Map<String, String> values) {
        Map<String, String> facility = new LinkedHashMap<>(row);
        switch (row.get("facility_type")) {
            case "WATER" -> {
                boolean industrial = kinds.contains(SourceKind.WASTEWATER);
                facility.put("inlet_conc", values.get(industrial ? "B08" : "D08"));
                facility.put("outlet_conc", values.get(industrial ? "B09" : "D09"));
            }
            case "DESULFURIZATION" -> facility.put("outlet_conc", values.get("C06"));
            case "DENITRIFICATION" -> facility.put("outlet_conc", values.get("C09"));
            case "DEDUSTING" -> facility.put("outlet_conc", values.get("C12"));
            default -> {
                return facility;
            }
        }
        BigDecimal inlet = new BigDecimal(facility.get("inlet_conc"));
        BigDecimal removed = inlet.subtract(new BigDecimal(facility.get("outlet_conc")));
        facility.put("removal_rate", removed.movePointRight(2).divide(inlet, 3, RoundingMode.HALF_UP).toPlainString());
        return facility;
    }
}
