package org.zhibao.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** One action of one person (or program), as it stays in the trail. */
@Entity
@Immutable
public class AuditEntry {

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
    private String detail;

    protected AuditEntry() {
    }

    AuditEntry(Instant at, AuditTrail.Who who, String address, String action, String subject, String detail) {
        this.at = at;
        this.userId = who.userId();
        this.userName = who.name();
        this.role = who.role();
        this.area = who.area();
        this.address = address;
        this.action = action;
        this.subject = subject;
        this.detail = detail;
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
}
