package org.zhibao.account;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A password a person has or had, as BCrypt hash, so that it is not chosen again soon. */
@Entity
@Table(name = "account_password")
class PasswordRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String userId;
    private String hash;
    private Instant setAt;

    protected PasswordRecord() {
    }

    PasswordRecord(String userId, String hash, Instant setAt) {
        this.userId = userId;
        this.hash = hash;
        this.setAt = setAt;
    }

    String hash() {
        return hash;
    }
}
