package org.zhibao.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhibao.refusal.Refusal;

/** The table of regions, read again after each change on this node, and within seconds after one on another. */
@Component
class Regions {

    private record Table(Map<String, Region> byCode, long readAt) {
    }

    private static final long FRESH = Duration.ofSeconds(10).toNanos();

    private final JdbcClient database;
    private volatile Table table;

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

    /** The region that stands in for one on a day: itself, or the last in the line of its successors that holds. */
    Optional<Region> on(Region region, LocalDate day) {
        Optional<Region> next = Optional.of(region);
        for (int steps = 0; steps < all().size() && next.isPresent(); steps++) {
            if (next.get().validOn(day)) {
                return next;
            }
            next = next.get().successorCode().flatMap(this::find);
        }
        return Optional.empty();
    }

    /** Why a region cannot be used on a day, and which one can. */
    Refusal.Text notOn(Region region, LocalDate day) {
        if (day.isBefore(region.validFrom())) {
            return new Refusal.Text("registry.region.not-yet", region.code(), region.name(),
                    region.validFrom().toString());
        }
        return on(region, day).map(successor -> new Refusal.Text("registry.region.ended", region.code(), region.name(),
                        region.validTo().toString(), successor.code(), successor.name()))
                .orElseGet(() -> new Refusal.Text("registry.region.ended-without", region.code(), region.name(),
                        region.validTo().toString()));
    }

    /** Reads the table anew once the present transaction is through. */
    void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                table = null;
            }
        });
    }

    private Map<String, Region> table() {
        Table known = table;
        if (known == null || System.nanoTime() - known.readAt() > FRESH) {
            long now = System.nanoTime();
            known = new Table(read(), now);
            table = known;
        }
        return known.byCode();
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
