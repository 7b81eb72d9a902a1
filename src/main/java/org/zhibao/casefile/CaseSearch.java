package org.zhibao.casefile;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingSummary;
import org.zhibao.oversight.FilingConditions;
import org.zhibao.oversight.FilingRows;
import org.zhibao.refusal.Refusal;

/**
 * Finds cases, running and finished ones alike: read from the filings' projection of their position, with keyset paging,
 * never from the engine's tables.
 */
@Service
@Transactional(readOnly = true)
public class CaseSearch {

    private final JdbcClient database;

    CaseSearch(JdbcClient database) {
        this.database = database;
    }

    /** One page; refused with 403 unless the caller audits or administers the platform. */
    public CasePage page(CaseQuery query, Actor actor) {
        CaseRights.require(actor);
        if (query.size() < 1 || query.size() > CaseQuery.MOST) {
            throw Refusal.field("size", "worklist.size", CaseQuery.MOST);
        }
        FilingConditions where = CaseConditions.of(query, actor);
        long total = database.sql("select count(*) from filing f" + where.sql()).params(where.parameters())
                .query(Long.class).single();
        FilingConditions from = query.after() == null || query.after().isBlank() ? where
                : CaseConditions.after(where, query.after());
        List<FilingSummary> rows = database.sql("select f.* from filing f" + from.sql()
                        + " order by f.period desc, f.org_code limit " + (query.size() + 1))
                .params(from.parameters()).query(FilingRows::row).list();
        boolean more = rows.size() > query.size();
        List<FilingSummary> shown = more ? rows.subList(0, query.size()) : rows;
        return new CasePage(shown, total, more ? cursor(shown.get(shown.size() - 1)) : null);
    }

    private static String cursor(FilingSummary last) {
        return last.period() + "." + last.orgCode();
    }
}
