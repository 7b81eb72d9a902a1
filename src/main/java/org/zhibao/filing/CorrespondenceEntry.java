package org.zhibao.filing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.filing.FilingDossier.Correspondence;

/** One action on a filing, as all levels read it. */
@Entity
@Immutable
@Table(name = "filing_correspondence")
class CorrespondenceEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long filingId;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private FilingAction action;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Role role;
    private String userId;
    private String userName;
    private String reason;
    private Instant dueAt;
    private String fields;
    private int revision;
    private Instant at;

    protected CorrespondenceEntry() {
    }

    CorrespondenceEntry(Filing filing, Actor actor, FilingAction action, String reason, Instant dueAt,
                        Set<String> fields, Instant at) {
        this.filingId = filing.id();
        this.action = action;
        this.role = actor.role();
        this.userId = actor.userId();
        this.userName = actor.name();
        this.reason = reason;
        this.dueAt = dueAt;
        this.fields = String.join(",", fields);
        this.revision = filing.revision();
        this.at = at;
    }

    Correspondence shown() {
        Set<String> cells = fields.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(fields.split(",")));
        return new Correspondence(action, role, userId, userName, reason, dueAt, cells, revision, at);
    }
}
