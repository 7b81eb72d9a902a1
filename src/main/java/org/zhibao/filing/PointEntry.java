package org.zhibao.filing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;

/** A point of a return, as it was asked. */
@Entity
@Immutable
@Table(name = "review_point")
class PointEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long filingId;
    private int revision;
    private String fields;
    private String fingerprint;
    private String text;
    private boolean whole;
    private String beforeValue;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Role role;
    private String userId;
    private String userName;
    private Instant at;

    protected PointEntry() {
    }

    PointEntry(Filing filing, List<String> fields, String fingerprint, String text, boolean whole, String before,
               Actor actor, Instant at) {
        this.filingId = filing.id();
        this.revision = filing.revision();
        this.fields = String.join(",", fields);
        this.fingerprint = fingerprint;
        this.text = text;
        this.whole = whole;
        this.beforeValue = before;
        this.role = actor.role();
        this.userId = actor.userId();
        this.userName = actor.name();
        this.at = at;
    }

    long id() {
        return id;
    }

    int revision() {
        return revision;
    }

    ReviewPoint shown(Optional<PointAnswerEntry> answer) {
        return new ReviewPoint(id, revision, List.of(fields.split(",")), fingerprint, text, whole, beforeValue, role,
                userName, at, answer.map(PointAnswerEntry::shown).orElse(null));
    }
}
