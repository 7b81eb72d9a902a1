package org.zhibao.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.Persistable;

/** Our own profile of an account; user id and password are kept by the {@link CredentialStore}. */
@Entity
class Account implements Persistable<String> {

    @Id
    private String userId;
    private String name;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Role role;
    private String area;
    private String orgCode;
    private String groupCode;
    private boolean demo;
    private boolean enabled;
    private boolean mustChange;
    /** Made for the roster; its password is drawn when its slip is printed. */
    private boolean slipDue;
    /** Of one of the three administrators; does not work until another kind of them releases it. */
    private boolean awaitingRelease;
    /** Null for demo accounts, whose password never expires. */
    private Instant passwordSetAt;
    private Instant signedInAt;
    @jakarta.persistence.Transient
    private boolean fresh;

    protected Account() {
    }

    Account(Actor actor, boolean demo, boolean mustChange, Instant now) {
        this.userId = actor.userId();
        this.name = actor.name();
        this.role = actor.role();
        this.area = actor.area();
        this.orgCode = actor.orgCode();
        this.groupCode = actor.groupCode();
        this.demo = demo;
        this.enabled = true;
        this.mustChange = mustChange;
        this.passwordSetAt = demo ? null : now;
        this.fresh = true;
    }

    Actor actor() {
        return new Actor(userId, name, role, area, orgCode, groupCode);
    }

    void passwordSet(Instant at, boolean change) {
        passwordSetAt = at;
        mustChange = change;
    }

    void signedIn(Instant at) {
        signedInAt = at;
    }

    void enable(boolean on) {
        enabled = on;
    }

    void oweSlip() {
        slipDue = true;
    }

    void slipPrinted() {
        slipDue = false;
    }

    void askRelease() {
        awaitingRelease = true;
    }

    void release(boolean accepted) {
        awaitingRelease = false;
        enabled = accepted;
    }

    /** Takes another name, role or area. */
    void become(Actor now) {
        name = now.name();
        role = now.role();
        area = now.area();
        groupCode = now.groupCode();
    }

    boolean awaitingRelease() {
        return awaitingRelease;
    }

    /** Whether one can sign in with it. */
    boolean works() {
        return enabled && !awaitingRelease;
    }

    boolean mustChange() {
        return mustChange;
    }

    Instant passwordSetAt() {
        return passwordSetAt;
    }

    Instant signedInAt() {
        return signedInAt;
    }

    boolean demo() {
        return demo;
    }

    boolean enabled() {
        return enabled;
    }

    @Override
    public String getId() {
        return userId;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }
}
