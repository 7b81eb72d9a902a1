package org.zhibao.notice;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One thing that one person was told; kept as what it is about, so that each reader reads it in its own language. */
@Entity
class Notice {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "notice_seq")
    @SequenceGenerator(name = "notice_seq", sequenceName = "notice_seq", allocationSize = 50)
    private Long id;
    private String cause;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private NoticeKind kind;
    private String recipient;
    private Long filingId;
    private Long urgingId;
    @Convert(converter = Arguments.class)
    private List<String> arguments;
    private String note;
    private String link;
    private Instant createdAt;
    private Instant readAt;

    protected Notice() {
    }

    Notice(NoticeDraft draft, Instant now) {
        this.cause = draft.causeForRecipient();
        this.kind = draft.kind();
        this.recipient = draft.recipient().userId();
        this.filingId = draft.filingId();
        this.urgingId = draft.urgingId();
        this.arguments = draft.arguments();
        this.note = draft.note();
        this.link = draft.link();
        this.createdAt = now;
    }

    long id() {
        return id;
    }
}
