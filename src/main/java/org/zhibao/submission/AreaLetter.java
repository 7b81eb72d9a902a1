package org.zhibao.submission;

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

/** One act on the submission of an area, as both levels read it. */
@Entity
@Immutable
@Table(name = "area_correspondence")
class AreaLetter {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String period;
    private String area;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private AreaAct action;
    private String userId;
    private String userName;
    private String reason;
    private Instant dueAt;
    private int number;
    private Instant at;

    protected AreaLetter() {
    }

    AreaLetter(AreaSubmission submission, Actor actor, AreaAct action, String reason, Instant dueAt, Instant at) {
        this.period = submission.period();
        this.area = submission.area();
        this.action = action;
        this.userId = actor.userId();
        this.userName = actor.name();
        this.reason = reason;
        this.dueAt = dueAt;
        this.number = submission.signed();
        this.at = at;
    }

    AreaView.Letter shown() {
        return new AreaView.Letter(action, userName, reason, dueAt, number, at);
    }
}
