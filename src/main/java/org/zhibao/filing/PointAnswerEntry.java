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

/** What one submission did about a point of a return. */
@Entity
@Immutable
@Table(name = "review_point_answer")
class PointAnswerEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long pointId;
    private int revision;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ReviewPoint.State state;
    private String text;
    private String afterValue;
    private String userId;
    private Instant at;

    protected PointAnswerEntry() {
    }

    PointAnswerEntry(long pointId, int revision, ReviewPoint.State state, String text, String after, String userId,
                     Instant at) {
        this.pointId = pointId;
        this.revision = revision;
        this.state = state;
        this.text = text;
        this.afterValue = after;
        this.userId = userId;
        this.at = at;
    }

    long pointId() {
        return pointId;
    }

    ReviewPoint.Answer shown() {
        return new ReviewPoint.Answer(revision, state, text, afterValue, at);
    }
}
