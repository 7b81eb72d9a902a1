package org.zhibao.change;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.suspension.EvidenceTable;

/** The evidence of changes. */
@Component
class ChangeFiles extends EvidenceTable {

    ChangeFiles(JdbcClient jdbc, Clock clock) {
        super(jdbc, clock, "registry_change");
    }
}
