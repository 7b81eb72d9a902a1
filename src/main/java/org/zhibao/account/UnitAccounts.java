package org.zhibao.account;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.audit.AuditTrail;

/** Takes the accounts of a unit out of use when it has left (W23); their sessions end at once, on every node. */
@Service
class UnitAccounts {

    private final AccountRepository accounts;
    private final Sessions sessions;
    private final AuditTrail audit;

    UnitAccounts(AccountRepository accounts, Sessions sessions, AuditTrail audit) {
        this.accounts = accounts;
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
}
