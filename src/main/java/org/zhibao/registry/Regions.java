package org.zhibao.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of regions, read once: only a migration changes it, and a migration means a new start. */
@Component
class Regions {

    private final JdbcClient database;
    private volatile Map<String, Region> byCode;

    Regions(JdbcClient database) {
        this.database = database;
    }

    Optional<Region> find(String code) {
        return Optional.ofNullable(code).map(table()::get);
    }

    /** All regions, superseded ones too, ordered by code. */
    Collection<Region> all() {
        return table().values();
    }

    private Map<String, Region> table() {
        if (byCode == null) {
            byCode = read();
        }
        return byCode;
    }

    private Map<String, Region> read() {
        Map<String, Region> regions = new LinkedHashMap<>();
        database.sql("select code, name, level, parent_code, valid_from, valid_to, successor_code from region order by code")
                .query(Regions::region).list().forEach(region -> regions.put(region.code(), region));
        return regions;
    }

    private static Region region(ResultSet row, int number) throws SQLException {
        return new Region(row.getString(1), row.getString(2), Region.Level.valueOf(row.getString(3)),
                row.getString(4), row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class),
                row.getString(7));
    }
}
