package org.zhibao.operation;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.clock.Extensions;
import org.zhibao.refusal.Refusal;

/** Does something to one timer or job, in a transaction of its own, and leaves one row in the trail. */
@Service
class ClockActions {

    private final ClockEngine engine;
    private final Extensions extensions;
    private final AuditTrail audit;

    ClockActions(ClockEngine engine, Extensions extensions, AuditTrail audit) {
        this.engine = engine;
        this.extensions = extensions;
        this.audit = audit;
    }

    /** @param day until when, for a re-dating; else ignored */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void act(ClockAction action, String id, LocalDate day, String reason, Actor actor) {
        ClockRow row = engine.row(id).orElseThrow(() -> Refusal.conflict("operation.clock.gone"));
        if (!action.suits(row)) {
            throw Refusal.conflict("operation.clock.unsuited." + action);
        }
        switch (action) {
            // leaves its own row in the trail
            case REDATE -> extensions.grantByAdministrator(row.filingId(), day, reason, actor);
            case SUSPEND -> engine.suspend(id, actor);
            case RESUME -> engine.resume(id, actor);
            case RETRY -> engine.retry(id, actor);
        }
        if (action != ClockAction.REDATE) {
            audit.record(actor.who(), action + "_JOB", subject(row), row.kind() + " " + row.id() + " at "
                    + row.activity() + ", due " + row.due() + ": " + reason);
        }
    }

    private static String subject(ClockRow row) {
        String of = row.process() == null ? "job/" + row.id() : "process/" + row.process()
                + (row.businessKey() == null ? "" : "/" + row.businessKey());
        return of.length() > 100 ? of.substring(0, 100) : of;
    }
}
