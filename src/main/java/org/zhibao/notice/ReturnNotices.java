package org.zhibao.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingMoved;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;

/**
 * Tells at once, in the transaction that does it: the enterprise that its report came back, and its county that a report
 * came back or did not pass the check (W32).
 */
@Component
class ReturnNotices {

    private final Accounts accounts;
    private final NoticeWriter writer;
    private final Clock clock;

    ReturnNotices(Accounts accounts, NoticeWriter writer, Clock clock) {
        this.accounts = accounts;
        this.writer = writer;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(FilingMoved moved) {
        FilingSummary filing = moved.filing();
        if (moved.action() == FilingAction.RETURN) {
            returned(filing, moved.reason());
        } else if (moved.action() == FilingAction.SUBMIT && filing.status() == FilingStatus.CHECK_FAILED) {
            // a unit that tries again and again is told of once a day
            write("check-failed/" + filing.id() + "/" + LocalDate.now(clock.withZone(WorkingCalendar.ZONE)),
                    NoticeKind.COUNTY_CHECK_FAILED, counties(filing), filing, "");
        }
    }

    private void returned(FilingSummary filing, String reason) {
        // a revision comes back once: the next return is of the next revision
        String cause = "returned/" + filing.id() + "/" + filing.revision();
        write(cause, NoticeKind.RETURNED, accounts.ofUnits(List.of(filing.orgCode())), filing, reason);
        write(cause, NoticeKind.COUNTY_RETURNED, counties(filing), filing, reason);
    }

    private List<Actor> counties(FilingSummary filing) {
        return accounts.withRole(Role.COUNTY).stream().filter(a -> a.area().equals(filing.countyCode())).toList();
    }

    private void write(String cause, NoticeKind kind, List<Actor> recipients, FilingSummary filing, String note) {
        FilingRow row = FilingRow.of(filing);
        List<NoticeDraft> drafts = new ArrayList<>();
        recipients.forEach(actor -> drafts.add(new NoticeDraft(cause, kind, actor, row.arguments(0), note, row.link(),
                filing.id(), null)));
        writer.write(drafts);
    }
}
