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
 * Finds cases, running and finished ones alike: read from the filings' projection of their position and from who acted on
 * them, with keyset paging, never from the engine's tables.
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
        CaseConditions.Asked counted = CaseConditions.count(query, actor);
        CaseConditions.Asked cases = CaseConditions.cases(query, actor);
        FilingConditions from = query.after() == null || query.after().isBlank() ? cases.where()
                : CaseConditions.after(cases.where(), query);
        long total = database.sql("select count(*)" + counted.sql()).params(counted.where().parameters())
                .query(Long.class).single();
        if (total == 0) {
            return new CasePage(List.of(), 0, null);
        }
        List<FilingSummary> rows = database.sql("select f.*" + cases.tables() + from.sql() + CaseConditions.order(query)
                        + " limit " + (query.size() + 1))
                .params(from.parameters()).query(FilingRows::row).list();
        boolean more = rows.size() > query.size();
        List<FilingSummary> shown = more ? rows.subList(0, query.size()) : rows;
        return new CasePage(shown, total, more ? cursor(shown.get(shown.size() - 1)) : null);
    }

    private static String cursor(FilingSummary last) {
        return last.period() + "." + last.orgCode();
    }
}
