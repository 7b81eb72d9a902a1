package org.zhibao.suspension;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.registry.ReportingUnit;

/**
 * A suspension of one unit (停报). State, task and due date are a projection of the position in the process, written only
 * by {@link SuspensionPosition}.
 */
@Entity
class Suspension {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String orgCode;
    private String unitName;
    private String cityCode;
    private String countyCode;
    private String fromPeriod;
    private String toPeriod;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SuspensionKind kind;
    private String explanation;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SuspensionState state = SuspensionState.DECLARED;
    private String processInstanceId;
    private String taskId;
    private Instant dueAt;
    private boolean overdue;
    private String declaredBy;
    private String declaredByName;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Role declaredRole;
    private Instant declaredAt;
    private String decidedBy;
    private String decidedByName;
    private Instant decidedAt;
    @Version
    private Integer version;

    @Transient
    private SuspensionState before;

    protected Suspension() {
    }

    Suspension(ReportingUnit unit, Facts facts, Actor actor, Instant now) {
        this.orgCode = unit.orgCode();
        this.unitName = unit.name();
        this.cityCode = unit.cityCode();
        this.countyCode = unit.countyCode();
        this.fromPeriod = facts.from().code();
        this.toPeriod = facts.to().code();
        this.kind = facts.kind();
        this.explanation = facts.explanation();
        this.declaredBy = actor.userId();
        this.declaredByName = actor.name();
        this.declaredRole = actor.role();
        this.declaredAt = now;
    }

    void startedAs(String processInstance) {
        processInstanceId = processInstance;
    }

    /** The token arrived; {@code task} and {@code due} are null where nobody has anything to do. */
    void enter(SuspensionState at, String task, Instant due) {
        before = at == state ? null : state;
        state = at;
        taskId = task;
        dueAt = due;
        overdue = false;
    }

    /** Where it stood before it moved in this transaction; empty if it has not, or began in it. */
    String before() {
        return before == null ? "" : before.name();
    }

    /** Gives whether it was not overdue before. */
    boolean becameOverdue() {
        boolean first = taskId != null && !overdue;
        overdue = taskId != null;
        return first;
    }

    void decided(Actor actor, Instant now) {
        decidedBy = actor.userId();
        decidedByName = actor.name();
        decidedAt = now;
    }

    /** Whether the city still has to decide. */
    boolean undecided() {
        return state == SuspensionState.DECLARED && taskId != null;
    }

    /** Whether it was declared by the unit, the county or the city that the actor acts for. */
    boolean declaredFor(Actor actor) {
        return declaredRole == actor.role() && switch (actor.role()) {
            case ENTERPRISE -> orgCode.equals(actor.orgCode());
            case COUNTY -> countyCode.equals(actor.area());
            case CITY -> cityCode.equals(actor.area());
            case PROVINCE, ADMIN, AUDITOR, SECURITY, SUPPORT, GROUP -> false;
        };
    }

    /** Who verified it, as filings that end by it name the person. */
    Actor verifier() {
        return new Actor(decidedBy, decidedByName, Role.CITY, cityCode, null);
    }

    SuspensionSummary summary() {
        return new SuspensionSummary(id, orgCode, unitName, cityCode, countyCode, fromPeriod, toPeriod, kind,
                explanation, state, taskId, dueAt, overdue, declaredByName, declaredRole, declaredAt, decidedByName,
                decidedAt);
    }

    /** The suspension, as the audit trail names it. */
    String subject() {
        return "suspension/" + id;
    }

    long id() {
        return id;
    }

    String orgCode() {
        return orgCode;
    }

    String explanation() {
        return explanation;
    }

    String processInstanceId() {
        return processInstanceId;
    }

    String taskId() {
        return taskId;
    }
}
