package org.zhibao.filing;

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

/** A finding confirmed by a reviewer of a level; a figure that changes gives another finding, to be confirmed anew. */
@Entity
@Immutable
@Table(name = "finding_confirmation")
class ConfirmationEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long filingId;
    private int revision;
    private String fingerprint;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Role role;
    private String remark;
    private String userId;
    private String userName;
    private Instant at;

    protected ConfirmationEntry() {
    }

    ConfirmationEntry(Filing filing, String fingerprint, String remark, Actor actor, Instant at) {
        this.filingId = filing.id();
        this.revision = filing.revision();
        this.fingerprint = fingerprint;
        this.role = actor.role();
        this.remark = remark;
        this.userId = actor.userId();
        this.userName = actor.name();
        this.at = at;
    }

    FindingConfirmation shown() {
        return new FindingConfirmation(fingerprint, revision, role, userName, remark, at);
    }
}
