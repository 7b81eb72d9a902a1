package org.zhibao.account;

import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;

/**
 * Makes accounts for all units of the roster that have none, in the background: chunk by chunk, each in one transaction,
 * so that a crash repeats none. The accounts wait for their slips at the {@link SlipDesk}.
 */
@Service
@Transactional
public class AccountIssues {

    private static final String PROVINCE = "430000";

    /** As many of the latest runs as the page shows. */
    private static final int SHOWN = 5;

    private final AccountIssueStore issues;
    private final UnitsWithoutAccount units;
    private final Accounts accounts;
    private final IssueProcess process;
    private final AuditTrail audit;
    private final Clock clock;

    AccountIssues(AccountIssueStore issues, UnitsWithoutAccount units, Accounts accounts, IssueProcess process,
                  AuditTrail audit, Clock clock) {
        this.issues = issues;
        this.units = units;
        this.accounts = accounts;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many units on the roster of the actor's area have no account. */
    @Transactional(readOnly = true)
    public long missing(Actor actor) {
        AccountRights.requireIssuer(actor);
        return units.count(actor.area());
    }

    /** The latest runs that concern the actor's area. */
    @Transactional(readOnly = true)
    public List<AccountIssue> latest(Actor actor) {
        AccountRights.requireIssuer(actor);
        return issues.latest(actor.area(), SHOWN);
    }

    /**
     * Begins a run for an area.
     *
     * @return its id
     */
    public long start(String area, Actor actor) {
        AccountRights.requireIssuer(actor);
        String where = area == null || area.isBlank() ? actor.area() : area.strip();
        if (!where.matches("\\d{6}")) {
            throw Refusal.field("area", "worklist.area");
        }
        if (!where.startsWith(actor.areaPrefix())) {
            throw Refusal.forbidden("account.other-area");
        }
        issues.lock();
        if (issues.runningIn(where)) {
            throw Refusal.conflict("account.issue.running");
        }
        long missing = units.count(where);
        if (missing == 0) {
            throw Refusal.conflict("account.issue.none-missing");
        }
        long id = issues.add(where, actor.userId(), actor.name(), (int) missing,
                clock.instant());
        process.start(id, where);
        audit.record(actor.who(), "ISSUE_ACCOUNTS", "accounts/" + where, missing + " units");
        return id;
    }

    /** Notes a run for the whole province, if a unit has no account and no other run goes on; gives its id. */
    public OptionalLong beginDaily() {
        issues.lock();
        long missing = units.count(PROVINCE);
        if (missing == 0 || issues.runningIn(PROVINCE)) {
            return OptionalLong.empty();
        }
        long id = issues.add(PROVINCE, AuditTrail.Who.SYSTEM.userId(), AuditTrail.Who.SYSTEM.name(), (int) missing, clock.instant());
        audit.record(AuditTrail.Who.SYSTEM, "ISSUE_ACCOUNTS", "accounts/" + PROVINCE, missing + " units");
        return OptionalLong.of(id);
    }

    /**
     * Makes the next accounts of a run.
     *
     * @param most how many at once
     * @return whether all are made
     */
    public boolean makeNext(long id, int most) {
        AccountIssue issue = issues.require(id);
        List<UnitsWithoutAccount.Unit> next = units.next(issue.area(), most);
        if (next.isEmpty()) {
            issues.finish(id, clock.instant());
            return true;
        }
        accounts.createForUnits(next.stream().map(unit -> new Actor(userName(unit.orgCode()), unit.name(),
                Role.ENTERPRISE, unit.county(), unit.orgCode())).toList());
        issues.made(id, next.size());
        return false;
    }

    /** A unit's user name is its organisation code; if somebody else is called that, with a number. */
    private String userName(String orgCode) {
        String name = orgCode;
        for (int i = 2; accounts.exists(name); i++) {
            name = orgCode + "-" + i;
        }
        return name;
    }
}
