package org.zhibao.audit;

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

/** One action of one person (or program), as it stays in the trail. */
@Entity
@Immutable
public class AuditEntry {

    /** What became of the action. */
    public enum Outcome { DONE, REFUSED }

    private static final int LONGEST = 4000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private Instant at;
    private String userId;
    private String userName;
    private String role;
    private String area;
    private String address;
    private String action;
    private String subject;
    private String orgCode;
    private String period;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Outcome outcome;
    private String beforeText;
    private String afterText;
    private String detail;

    protected AuditEntry() {
    }

    AuditEntry(Instant at, AuditTrail.Who who, String address, AuditTrail.Deed deed, Outcome outcome) {
        this.at = at;
        this.userId = who.userId();
        this.userName = who.name();
        this.role = who.role();
        this.area = who.area();
        this.address = address;
        this.action = deed.action();
        this.subject = deed.subject();
        this.orgCode = AuditSubject.orgCode(deed.subject(), deed.detail());
        this.period = AuditSubject.period(deed.subject());
        this.outcome = outcome;
        this.beforeText = cut(deed.before());
        this.afterText = cut(deed.after());
        this.detail = cut(deed.detail());
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    public Instant at() {
        return at;
    }

    public String userId() {
        return userId;
    }

    /** The name on screen of who acted. */
    public String userName() {
        return userName;
    }

    public String action() {
        return action;
    }

    public String subject() {
        return subject;
    }

    public String detail() {
        return detail;
    }

    /** What the object was like before; empty if the action has no before. */
    public String before() {
        return beforeText;
    }

    /** What it was like afterwards. */
    public String after() {
        return afterText;
    }
}
