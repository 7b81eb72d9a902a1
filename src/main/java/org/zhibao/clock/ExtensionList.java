package org.zhibao.clock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.clock.Redatings.Progress;
import org.zhibao.refusal.Refusal;

/** The extensions granted so far: to a city and a county those that concern its area, not to enterprises. */
@Service
@Transactional(readOnly = true)
public class ExtensionList {

    /**
     * One extension.
     *
     * @param unitName the one unit it is for; null if it is for many
     */
    public record Entry(Progress progress, String unitName) {

        public DueChange change() {
            return progress.change();
        }
    }

    /**
     * One page, the latest first.
     *
     * @param total how many there are altogether
     * @param next  where the next page begins; null on the last
     */
    public record Page(List<Entry> entries, long total, Long next) {
    }

    private static final String OWN = " and (c.area like '%0000' or c.area = :own or c.area in "
            + "(select code from region where parent_code = :own) or c.area = (select parent_code from region "
            + "where code = :own) and :county)";

    private final JdbcClient jdbc;
    private final DueChanges changes;
    private final DueChangeCases cases;

    ExtensionList(JdbcClient jdbc, DueChanges changes, DueChangeCases cases) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.cases = cases;
    }

    /** @param before the page after this id; null for the first */
    public Page page(Long before, int size, Actor actor) {
        Map<String, Object> parameters = new HashMap<>();
        String where = " from due_change c where c.kind = 'EXTENSION'" + switch (actor.sight()) {
            case ENTERPRISE, GROUP, SECURITY -> throw Refusal.forbidden("clock.extension.not-your-role");
            case COUNTY, CITY -> {
                parameters.put("own", actor.area());
                parameters.put("county", !actor.area().endsWith("00"));
                yield OWN;
            }
            case PROVINCE, ADMIN, AUDITOR, SUPPORT -> "";
        };
        long total = jdbc.sql("select count(*)" + where).params(parameters).query(Long.class).single();
        parameters.put("before", before == null ? Long.MAX_VALUE : before);
        List<Long> ids = jdbc.sql("select c.id" + where + " and c.id < :before order by c.id desc limit " + (size + 1))
                .params(parameters).query(Long.class).list();
        List<Entry> entries = ids.stream().limit(size).map(this::entry).toList();
        return new Page(entries, total, ids.size() > size ? ids.get(size - 1) : null);
    }

    private Entry entry(long id) {
        DueChange change = changes.require(id);
        String unit = change.filingId() == null ? null : jdbc.sql("select unit_name from filing where id = ?")
                .param(change.filingId()).query(String.class).single();
        return new Entry(new Progress(change, cases.counts(id)), unit);
    }
}
