package org.zhibao.registry;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes away what a test has registered: the registry is everyone's in the application the tests share. */
final class RegistrySweep {

    private RegistrySweep() {
    }

    /** Units whose code begins so, with all that refers to them, and all imports. */
    static void units(JdbcClient jdbc, String beginning) {
        for (String sql : List.of(
                "delete from unit_contact where unit_id in (select id from reporting_unit where org_code like ?)",
                "delete from roster_entry where org_code like ?", "delete from quarterly_roster_entry where org_code like ?",
                "delete from reporting_unit where org_code like ?")) {
            jdbc.sql(sql).param(beginning + "%").update();
        }
        for (String table : List.of("roster_import_before", "roster_import_row")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("delete from roster_import").update();
    }
}
