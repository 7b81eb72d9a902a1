package org.zhibao.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
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
    private boolean demo;
    private boolean enabled;
    @jakarta.persistence.Transient
    private boolean fresh;

    protected Account() {
    }

    Account(Actor actor, boolean demo) {
        this.userId = actor.userId();
        this.name = actor.name();
        this.role = actor.role();
        this.area = actor.area();
        this.orgCode = actor.orgCode();
        this.demo = demo;
        this.enabled = true;
        this.fresh = true;
    }

    Actor actor() {
        return new Actor(userId, name, role, area, orgCode);
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
