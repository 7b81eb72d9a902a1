package org.zhibao.cover;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.zhibao.account.Actor;

/** One reviewer's leave, and who has the tasks meanwhile (请假代办). */
@Entity
class LeaveCover {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String absent;
    private String absentName;
    private String colleague;
    private String colleagueName;
    private String area;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private String reason;
    private String setBy;
    private String setByName;
    private Instant setAt;
    private Instant begunAt;
    private int handedOver;
    private Instant endedAt;
    private String endedByName;

    protected LeaveCover() {
    }

    LeaveCover(Actor absent, Actor colleague, CoverRequest request, Actor by, Instant now) {
        this.absent = absent.userId();
        this.absentName = absent.name();
        this.colleague = colleague.userId();
        this.colleagueName = colleague.name();
        this.area = absent.area();
        this.firstDay = request.firstDay();
        this.lastDay = request.lastDay();
        this.reason = request.reason().strip();
        this.setBy = by.userId();
        this.setByName = by.name();
        this.setAt = now;
    }

    void begun(int tasks, Instant now) {
        handedOver = tasks;
        begunAt = now;
    }

    /** Ends it; {@code by} is null if its time is over. */
    void ended(Actor by, Instant now) {
        endedAt = now;
        endedByName = by == null ? null : by.name();
    }

    CoverState state() {
        return endedAt != null ? CoverState.ENDED : begunAt != null ? CoverState.RUNNING : CoverState.PLANNED;
    }

    boolean covers(LocalDate from, LocalDate to) {
        return !firstDay.isAfter(to) && !lastDay.isBefore(from);
    }

    long id() {
        return id;
    }

    String absent() {
        return absent;
    }

    String colleague() {
        return colleague;
    }

    String area() {
        return area;
    }

    /** The cover, as the audit trail names it: by who is away. */
    String subject() {
        return "account/" + absent;
    }

    CoverSummary summary() {
        return new CoverSummary(id, absent, absentName, colleague, colleagueName, area, firstDay, lastDay, reason,
                setByName, state(), handedOver, endedAt, endedByName);
    }
}
