package org.zhibao.filing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.springframework.data.domain.Persistable;

/** What the enterprise has written so far; the version counts savings. */
@Entity
class FilingDraft implements Persistable<Long> {

    @Id
    private Long filingId;
    private int version;
    private String content;
    private Instant savedAt;
    private String savedBy;

    protected FilingDraft() {
    }

    FilingDraft(long filingId) {
        this.filingId = filingId;
    }

    void save(String newContent, Instant at, String userId) {
        version++;
        content = newContent;
        savedAt = at;
        savedBy = userId;
    }

    int version() {
        return version;
    }

    String content() {
        return content;
    }

    Instant savedAt() {
        return savedAt;
    }

    String savedBy() {
        return savedBy;
    }

    @Override
    public Long getId() {
        return filingId;
    }

    @Override
    public boolean isNew() {
        return version <= 1;
    }
}
