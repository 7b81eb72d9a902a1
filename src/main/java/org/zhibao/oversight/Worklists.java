package org.zhibao.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.refusal.Refusal;

/**
 * Lists and counts over many filings, read from the filings' own projection of their position with keyset paging; never
 * from the engine's tables. Everyone sees only the filings of its own area.
 */
@Service
@Transactional(readOnly = true)
public class Worklists {

    private final JdbcClient jdbc;

    Worklists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page. */
    public WorklistPage page(WorklistQuery query, Actor actor) {
        if (query.size() < 1 || query.size() > WorklistQuery.MOST) {
            throw Refusal.field("size", "worklist.size", WorklistQuery.MOST);
        }
        FilingConditions where = FilingConditions.areaOf(actor).and(query);
        long total = jdbc.sql("select count(*) from filing f" + where.sql()).params(where.parameters())
                .query(Long.class).single();
        FilingConditions from = query.after() == null || query.after().isBlank() ? where : where.after(query.after());
        List<Row> rows = jdbc.sql("select f.* from filing f" + from.sql() + " order by f.sort_at, f.id limit "
                + (query.size() + 1)).params(from.parameters()).query(Worklists::row).list();
        boolean more = rows.size() > query.size();
        List<Row> shown = more ? rows.subList(0, query.size()) : rows;
        return new WorklistPage(shown.stream().map(Row::filing).toList(), total,
                more ? shown.get(shown.size() - 1).cursor() : null);
    }

    /** How many filings of a period stand where, in the order of the process. */
    public List<StatusCount> counts(String period, Actor actor) {
        FilingConditions where = FilingConditions.areaOf(actor)
                .and(new WorklistQuery(period, null, null, null, null, null, WorklistQuery.USUAL));
        Map<FilingStatus, StatusCount> counts = new java.util.EnumMap<>(FilingStatus.class);
        jdbc.sql("select f.status, count(*) filings, sum(case when f.overdue then 1 else 0 end) overdue from filing f"
                        + where.sql() + " group by f.status").params(where.parameters())
                .query((rs, n) -> new StatusCount(FilingStatus.valueOf(rs.getString("status")),
                        rs.getLong("filings"), rs.getLong("overdue")))
                .list().forEach(c -> counts.put(c.status(), c));
        return List.copyOf(counts.values());
    }

    private record Row(FilingSummary filing, Instant sortAt) {

        String cursor() {
            return sortAt.getEpochSecond() + "." + sortAt.getNano() + "." + filing.id();
        }
    }

    private static Row row(java.sql.ResultSet rs, int number) throws java.sql.SQLException {
        return new Row(FilingRows.row(rs, number), FilingRows.instant(rs, "sort_at"));
    }
}
