package org.zhibao.suspension;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The evidence of suspensions. */
@Component
class SuspensionFiles extends EvidenceTable {

    SuspensionFiles(JdbcClient jdbc, Clock clock) {
        super(jdbc, clock, "suspension");
    }
}
