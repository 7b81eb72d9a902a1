package org.zhibao.notice;

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
import org.zhibao.change.ChangeMoved;
import org.zhibao.change.ChangeOverdue;
import org.zhibao.change.ChangeSummary;

/**
 * Tells at once, in the transaction that does it: the city that a change of the registry waits for it, and with the
 * province that it is late with it; the county and the unit what became of it.
 */
@Component
class ChangeNotices {

    private final Accounts accounts;
    private final NoticeWriter writer;

    ChangeNotices(Accounts accounts, NoticeWriter writer) {
        this.accounts = accounts;
        this.writer = writer;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(ChangeMoved moved) {
        ChangeSummary change = moved.change();
        switch (moved.act()) {
            case PROPOSE -> {
                if (change.proposedRole() != Role.CITY) {
                    write(NoticeKind.CHANGE_PROPOSED, city(change), change, change.reason());
                }
            }
            case APPLY -> {
                List<Actor> told = new ArrayList<>(county(change));
                told.addAll(accounts.ofUnits(List.of(change.orgCode())));
                write(NoticeKind.CHANGE_APPLIED, told, change, moved.reason());
            }
            case REFUSE -> write(NoticeKind.CHANGE_REFUSED, county(change), change, moved.reason());
            case ATTACH, WITHDRAW -> { }
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void overdue(ChangeOverdue overdue) {
        List<Actor> late = new ArrayList<>(city(overdue.change()));
        late.addAll(accounts.withRole(Role.PROVINCE));
        write(NoticeKind.CHANGE_OVERDUE, late, overdue.change(), "");
    }

    private List<Actor> city(ChangeSummary change) {
        return accounts.withRole(Role.CITY).stream().filter(a -> a.area().equals(change.cityCode())).toList();
    }

    private List<Actor> county(ChangeSummary change) {
        return accounts.withRole(Role.COUNTY).stream().filter(a -> a.area().equals(change.countyCode())).toList();
    }

    /** Unit, quarter, the day it is due. */
    private void write(NoticeKind kind, List<Actor> recipients, ChangeSummary change, String note) {
        List<String> arguments = List.of(change.unitName(), change.from(), change.dueAt() == null ? ""
                : LocalDate.ofInstant(change.dueAt(), WorkingCalendar.ZONE).toString());
        writer.write(recipients.stream().map(actor -> new NoticeDraft("registry-change/" + change.id() + "/" + kind,
                kind, actor, arguments, note, "/registry-changes/" + change.id(), null, null)).toList());
    }
}
