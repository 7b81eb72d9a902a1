package org.zhibao.account;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.audit.AuditTrail;

/**
 * Has the accounts of a unit follow the registry: they are called as the unit is and belong to its county, so that those who
 * keep the accounts of that county keep them, and they are taken out of use when it has left (W23). Their sessions end at
 * once, on every node.
 */
@Service
class UnitAccounts {

    private static final int CODES_PER_QUERY = 1000;

    private final AccountRepository accounts;
    private final CredentialStore credentials;
    private final Sessions sessions;
    private final AuditTrail audit;

    UnitAccounts(AccountRepository accounts, CredentialStore credentials, Sessions sessions, AuditTrail audit) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessions = sessions;
        this.audit = audit;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void left(UnitLeft left) {
        accounts.findByOrgCodeInAndEnabledTrueOrderByUserId(List.of(left.orgCode())).forEach(account -> {
            account.enable(false);
            sessions.end(account.getId());
            audit.record(left.by(), "DISABLE_ACCOUNT", "account/" + account.getId(), left.cause());
        });
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(UnitsChanged changed) {
        List<UnitsChanged.Unit> all = changed.units();
        for (int from = 0; from < all.size(); from += CODES_PER_QUERY) {
            Map<String, UnitsChanged.Unit> units = all.subList(from, Math.min(all.size(), from + CODES_PER_QUERY)).stream()
                    .collect(Collectors.toMap(UnitsChanged.Unit::orgCode, unit -> unit));
            accounts.findByOrgCodeInOrderByUserId(units.keySet())
                    .forEach(account -> follow(account, units.get(account.actor().orgCode()), changed));
        }
    }

    private void follow(Account account, UnitsChanged.Unit unit, UnitsChanged changed) {
        Actor before = account.actor();
        Actor now = new Actor(before.userId(), unit.name(), before.role(), unit.county(), before.orgCode());
        if (now.equals(before)) {
            return;
        }
        account.become(now);
        credentials.regroup(now);
        sessions.end(now.userId());
        audit.record(changed.by(), new AuditTrail.Deed("CHANGE_ACCOUNT", "account/" + now.userId(),
                before.area() + " " + before.name(), now.area() + " " + now.name(), changed.cause()));
    }
}
