package org.zhibao.clock;

import java.util.HashMap;
import java.util.Map;
import org.zhibao.filing.Stage;

/**
 * The open tasks an extension is for.
 *
 * @param stage    the stage they are at
 * @param area     a county, a city, or the province (all)
 * @param filingId the one filing; null for all of the area
 */
record ExtensionScope(String period, Stage stage, String area, Long filingId) {

    /** A condition on {@code filing f}. */
    String condition() {
        String where = "f.period = :period and f.task_id is not null and f.stage = :stage";
        if (filingId != null) {
            return where + " and f.id = :filing";
        }
        return area.endsWith("0000") ? where
                : where + (area.endsWith("00") ? " and f.city_code = :area" : " and f.county_code = :area");
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(Map.of("period", period, "stage", stage.name()));
        if (filingId != null) {
            parameters.put("filing", filingId);
        } else if (!area.endsWith("0000")) {
            parameters.put("area", area);
        }
        return parameters;
    }
}
