package org.zhibao.filing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** Which revision a submission with this idempotency key became: a retry gets the same receipt. */
@Entity
@Table(name = "filing_submission_key")
class SubmissionKey {

    @Embeddable
    record Id(long filingId, String idempotencyKey) implements Serializable {
    }

    @EmbeddedId
    private Id id;
    private int revision;

    protected SubmissionKey() {
    }

    SubmissionKey(Id id, int revision) {
        this.id = id;
        this.revision = revision;
    }

    int revision() {
        return revision;
    }
}
