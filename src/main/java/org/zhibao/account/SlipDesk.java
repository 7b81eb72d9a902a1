package org.zhibao.account;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;

/**
 * Prints the slips of accounts made for the roster, county by county. A password is drawn as its slip is printed: until
 * then nobody can sign in and there is nothing to steal, and after it there is nothing to print again.
 */
@Service
@Transactional
public class SlipDesk {

    /** As many as one page holds. */
    public static final int MOST = 100;

    /** A county with slips that wait to be printed. */
    public record Waiting(String area, String name, long slips) {
    }

    private static final String DUE = "a.slip_due and a.enabled and a.role = 'ENTERPRISE' and a.area like :own";

    private final JdbcClient database;
    private final AccountRepository accounts;
    private final Passwords passwords;
    private final AuditTrail audit;

    SlipDesk(JdbcClient database, AccountRepository accounts, Passwords passwords, AuditTrail audit) {
        this.database = database;
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
    }

    /** The counties of the actor's area in which slips wait. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Actor actor) {
        AccountRights.requireIssuer(actor);
        return database.sql("select a.area, max(r.name) name, count(*) slips from account a left join region r "
                        + "on r.code = a.area where " + DUE + " group by a.area order by a.area")
                .param("own", AccountLists.below(actor.area()))
                .query((row, n) -> new Waiting(row.getString("area"),
                        row.getString("name") == null ? row.getString("area") : row.getString("name"),
                        row.getLong("slips"))).list();
    }

    /** Draws the next passwords of a county, in the order of the user names; nobody else draws them meanwhile. */
    public List<Slip> print(String area, Actor actor) {
        AccountRights.requireIssuer(actor);
        if (area == null || !area.matches("\\d{6}")) {
            throw Refusal.field("area", "worklist.area");
        }
        if (!area.startsWith(actor.areaPrefix())) {
            throw Refusal.forbidden("account.other-area");
        }
        List<String> due = database.sql("select a.user_id from account a where " + DUE + " order by a.user_id limit " + MOST
                + " for update").param("own", AccountLists.below(area)).query(String.class).list();
        if (due.isEmpty()) {
            throw Refusal.conflict("account.slips.none", area);
        }
        List<Slip> slips = new ArrayList<>();
        for (Account account : accounts.findAllById(due)) {
            slips.add(new Slip(account.getId(), account.actor().name(), passwords.issue(account)));
        }
        audit.record(actor.who(), "PRINT_SLIPS", "accounts/" + area, slips.size() + ": "
                + slips.stream().map(Slip::userId).collect(Collectors.joining(", ")));
        return slips;
    }
}
