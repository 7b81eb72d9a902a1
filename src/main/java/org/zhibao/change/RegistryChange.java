package org.zhibao.change;

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
import org.zhibao.period.Quarter;

/**
 * A change of the registry (名录变更). State, task and due date are a projection of the position in the process, written
 * only by {@link ChangePosition}.
 */
@Entity
class RegistryChange {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ChangeKind kind;
    private String orgCode;
    private String unitName;
    private String cityCode;
    private String countyCode;
    private String fromPeriod;
    private String newName;
    private String newOrgCode;
    private String newUscc;
    private String details;
    private String reason;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ChangeState state = ChangeState.PROPOSED;
    private String processInstanceId;
    private String taskId;
    private Instant dueAt;
    private boolean overdue;
    private String proposedBy;
    private String proposedByName;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Role proposedRole;
    private Instant proposedAt;
    private String decidedBy;
    private String decidedByName;
    private Instant decidedAt;
    @Version
    private Integer version;

    @Transient
    private ChangeState before;

    protected RegistryChange() {
    }

    RegistryChange(ChangeFacts facts, Actor actor, Instant now) {
        kind = facts.kind();
        orgCode = facts.orgCode();
        unitName = facts.unitName();
        cityCode = facts.cityCode();
        countyCode = facts.countyCode();
        fromPeriod = facts.from().code();
        newName = facts.newName();
        newOrgCode = facts.newOrgCode();
        newUscc = facts.newUscc();
        details = facts.details();
        reason = facts.reason();
        proposedBy = actor.userId();
        proposedByName = actor.name();
        proposedRole = actor.role();
        proposedAt = now;
    }

    void startedAs(String processInstance) {
        processInstanceId = processInstance;
    }

    /** The token arrived; {@code task} and {@code due} are null where nobody has anything to do. */
    void enter(ChangeState at, String task, Instant due) {
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
        return state == ChangeState.PROPOSED && taskId != null;
    }

    /** Whether it was proposed by the county or the city that the actor acts for. */
    boolean proposedFor(Actor actor) {
        return proposedRole == actor.role()
                && (actor.role() == Role.COUNTY ? countyCode : cityCode).equals(actor.area());
    }

    /** Who confirmed it, as what follows from it names the person. */
    Actor decider() {
        return new Actor(decidedBy, decidedByName, Role.CITY, cityCode, null);
    }

    ChangeFacts facts() {
        return new ChangeFacts(kind, orgCode, unitName, cityCode, countyCode, Quarter.parse(fromPeriod), newName,
                newOrgCode, newUscc, details, reason);
    }

    ChangeSummary summary() {
        return new ChangeSummary(id, kind, orgCode, unitName, cityCode, countyCode, fromPeriod, newName,
                newOrgCode == null ? "" : newOrgCode, newUscc == null ? "" : newUscc, reason, state, taskId, dueAt, overdue,
                proposedByName, proposedRole, proposedAt, decidedByName, decidedAt);
    }

    /** The change, as the audit trail names it. */
    String subject() {
        return "registry-change/" + id;
    }

    long id() {
        return id;
    }

    String processInstanceId() {
        return processInstanceId;
    }

    String taskId() {
        return taskId;
    }
}
