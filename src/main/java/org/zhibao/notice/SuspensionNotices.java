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
import org.zhibao.suspension.SuspensionMoved;
import org.zhibao.suspension.SuspensionOverdue;
import org.zhibao.suspension.SuspensionSummary;

/**
 * Tells at once, in the transaction that does it: the city that a suspension waits to be verified, and with the province
 * that it is late with it; the unit and its county what became of it.
 */
@Component
class SuspensionNotices {

    private final Accounts accounts;
    private final NoticeWriter writer;

    SuspensionNotices(Accounts accounts, NoticeWriter writer) {
        this.accounts = accounts;
        this.writer = writer;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(SuspensionMoved moved) {
        SuspensionSummary suspension = moved.suspension();
        switch (moved.act()) {
            case DECLARE -> {
                if (suspension.declaredRole() != Role.CITY) {
                    write(NoticeKind.SUSPENSION_DECLARED, city(suspension), suspension, suspension.explanation());
                }
            }
            case ACCEPT -> write(NoticeKind.SUSPENSION_ACCEPTED, unitAndCounty(suspension), suspension, moved.reason());
            case REFUSE -> write(NoticeKind.SUSPENSION_REFUSED, unitAndCounty(suspension), suspension, moved.reason());
            case END -> write(NoticeKind.SUSPENSION_ENDED, unitAndCounty(suspension), suspension, "");
            case ATTACH, WITHDRAW -> { }
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void overdue(SuspensionOverdue overdue) {
        List<Actor> late = new ArrayList<>(city(overdue.suspension()));
        late.addAll(accounts.withRole(Role.PROVINCE));
        write(NoticeKind.SUSPENSION_OVERDUE, late, overdue.suspension(), "");
    }

    private List<Actor> city(SuspensionSummary suspension) {
        return accounts.withRole(Role.CITY).stream().filter(a -> a.area().equals(suspension.cityCode())).toList();
    }

    private List<Actor> unitAndCounty(SuspensionSummary suspension) {
        List<Actor> all = new ArrayList<>(accounts.ofUnits(List.of(suspension.orgCode())));
        accounts.withRole(Role.COUNTY).stream().filter(a -> a.area().equals(suspension.countyCode())).forEach(all::add);
        return all;
    }

    /** Unit, periods, the day it is due. */
    private void write(NoticeKind kind, List<Actor> recipients, SuspensionSummary suspension, String note) {
        List<String> arguments = List.of(suspension.unitName(), suspension.periods(), suspension.dueAt() == null ? ""
                : LocalDate.ofInstant(suspension.dueAt(), WorkingCalendar.ZONE).toString());
        writer.write(recipients.stream().map(actor -> new NoticeDraft("suspension/" + suspension.id() + "/" + kind,
                kind, actor, arguments, note, "/suspensions/" + suspension.id(), null, null)).toList());
    }
}
