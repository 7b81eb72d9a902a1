package org.zhibao.clock;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.filing.Stage;

/** One change of the due dates of open tasks: a re-dating (调整期限) of a period or an extension (延期). */
@Entity
public class DueChange {

    /** What kind of change. */
    public enum Kind { REDATING, EXTENSION }

    /** How far it has come. */
    public enum State {
        /** 等待: confirmed, not begun. */ WAITING,
        /** 进行中 */ RUNNING,
        /** 已完成 */ DONE
    }

    /** The three deadline days of a period. */
    public record Days(LocalDate enterprise, LocalDate city, LocalDate province) {
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "due_change_seq")
    @SequenceGenerator(name = "due_change_seq", sequenceName = "due_change_seq", allocationSize = 1)
    private Long id;
    @Version
    private int version;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Kind kind;
    private String period;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Stage stage;
    private String area;
    private Long filingId;
    private Instant newDue;
    private LocalDate oldEnterprise;
    private LocalDate oldCity;
    private LocalDate oldProvince;
    private LocalDate newEnterprise;
    private LocalDate newCity;
    private LocalDate newProvince;
    private String reason;
    private String byUser;
    private String byName;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Role byRole;
    private Instant at;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state = State.WAITING;
    private int cases;
    private Instant advancedAt;
    private String runningPeriod;

    protected DueChange() {
    }

    private DueChange(Kind kind, String period, String area, String reason, Actor actor, Instant now) {
        this.kind = kind;
        this.period = period;
        this.area = area;
        this.reason = reason;
        this.byUser = actor.userId();
        this.byName = actor.name();
        this.byRole = actor.role();
        this.at = now;
        this.advancedAt = now;
    }

    static DueChange redating(String period, Days before, Days after, String reason, Actor actor, Instant now) {
        DueChange change = new DueChange(Kind.REDATING, period, actor.area(), reason, actor, now);
        change.oldEnterprise = before.enterprise();
        change.oldCity = before.city();
        change.oldProvince = before.province();
        change.newEnterprise = after.enterprise();
        change.newCity = after.city();
        change.newProvince = after.province();
        change.runningPeriod = period;
        return change;
    }

    /** @param filingId the one filing; null if it is for all tasks of the area at the stage */
    static DueChange extension(String period, Stage stage, String area, Long filingId, LocalDate to, String reason,
                               Actor actor, Instant now) {
        DueChange change = new DueChange(Kind.EXTENSION, period, area, reason, actor, now);
        change.stage = stage;
        change.filingId = filingId;
        change.newDue = WorkingCalendar.lastSecond(to);
        return change;
    }

    void begun(int howMany, Instant now) {
        state = State.RUNNING;
        cases = howMany;
        advancedAt = now;
    }

    void advanced(Instant now) {
        advancedAt = now;
    }

    void finished(Instant now) {
        state = State.DONE;
        advancedAt = now;
        runningPeriod = null;
    }

    public long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /** {@code 2026Q3} */
    public String period() {
        return period;
    }

    /** The stage of an extension; null for a re-dating. */
    public Stage stage() {
        return stage;
    }

    /** The city, county or province whose tasks it is for; for one filing, its county. */
    public String area() {
        return area;
    }

    /** The one filing of an extension; null if it is for many. */
    public Long filingId() {
        return filingId;
    }

    /** Until when an extension is; null for a re-dating. */
    public Instant newDue() {
        return newDue;
    }

    /** The days before a re-dating. */
    public Days before() {
        return new Days(oldEnterprise, oldCity, oldProvince);
    }

    /** The days a re-dating sets. */
    public Days after() {
        return new Days(newEnterprise, newCity, newProvince);
    }

    public String reason() {
        return reason;
    }

    /** The name on screen of who decided it. */
    public String byName() {
        return byName;
    }

    public Role byRole() {
        return byRole;
    }

    /** When it was decided. */
    public Instant at() {
        return at;
    }

    public State state() {
        return state;
    }

    /** How many open tasks it is about; 0 before it has begun. */
    public int cases() {
        return cases;
    }

    /** When it last came further. */
    public Instant advancedAt() {
        return advancedAt;
    }
}
