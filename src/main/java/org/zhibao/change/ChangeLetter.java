package org.zhibao.change;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;

/** One act about a change, as all levels read it. */
@Entity
@Immutable
@Table(name = "registry_change_letter")
class ChangeLetter {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long changeId;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ChangeAct action;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Role role;
    private String userId;
    private String userName;
    private String reason;
    private Instant at;

    protected ChangeLetter() {
    }

    ChangeLetter(RegistryChange change, Actor actor, ChangeAct action, String reason, Instant at) {
        this.changeId = change.id();
        this.action = action;
        this.role = actor.role();
        this.userId = actor.userId();
        this.userName = actor.name();
        this.reason = reason;
        this.at = at;
    }

    ChangeView.Letter shown() {
        return new ChangeView.Letter(action, role, userName, reason, at);
    }
}
