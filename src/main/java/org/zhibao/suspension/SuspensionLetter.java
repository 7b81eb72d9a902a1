package org.zhibao.suspension;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;

/** One act about a suspension, as all levels read it; without a role nobody did it. */
@Entity
@Immutable
class SuspensionLetter {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long suspensionId;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SuspensionAct action;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Role role;
    private String userId = "";
    private String userName = "";
    private String reason = "";
    private Instant at;

    protected SuspensionLetter() {
    }

    SuspensionLetter(Suspension suspension, Actor actor, SuspensionAct action, String reason, Instant at) {
        this(suspension, action, at);
        this.role = actor.role();
        this.userId = actor.userId();
        this.userName = actor.name();
        this.reason = reason;
    }

    SuspensionLetter(Suspension suspension, SuspensionAct action, Instant at) {
        this.suspensionId = suspension.id();
        this.action = action;
        this.at = at;
    }

    SuspensionView.Letter shown() {
        return new SuspensionView.Letter(action, role, userName, reason, at);
    }
}
