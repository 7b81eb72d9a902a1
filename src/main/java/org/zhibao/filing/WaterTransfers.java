package org.zhibao.filing;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhibao.indicator.Figures;

/**
 * How much industrial wastewater enterprises report to have sent to which sewage plant (B05 to A19), by the latest
 * revision of each report: what a plant's own report is held against (R50).
 */
@Repository
class WaterTransfers {

    private final JdbcClient jdbc;
    private final Filings filings;

    WaterTransfers(JdbcClient jdbc, Filings filings) {
        this.jdbc = jdbc;
        this.filings = filings;
    }

    /** Takes the place of what an earlier revision of the filing said. */
    void reported(Filing filing, Figures figures) {
        // the row refers to the filing: it has to be in the database by now
        filings.flush();
        jdbc.sql("delete from water_transfer where filing_id = ?").param(filing.id()).update();
        BigDecimal tonnes = figures.number("B05").orElse(BigDecimal.ZERO);
        String plant = figures.text("A19").orElse("");
        if (tonnes.signum() > 0 && !plant.isEmpty()) {
            jdbc.sql("insert into water_transfer (filing_id, period, plant_org_code, tonnes) values (?, ?, ?, ?)")
                    .params(filing.id(), filing.period(), plant, tonnes).update();
        }
    }

    /** 吨 sent to a plant in a period; zero if nobody says so. */
    BigDecimal received(String period, String plant) {
        return jdbc.sql("select coalesce(sum(tonnes), 0) from water_transfer where period = ? and plant_org_code = ?")
                .params(period, plant).query(BigDecimal.class).single();
    }
}
