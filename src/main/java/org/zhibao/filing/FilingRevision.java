package org.zhibao.filing;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.zhibao.filing.FilingDossier.RevisionSummary;

/** One submitted revision: the copy of record. Its bytes, hash, time and person never change. */
@Entity
@Immutable
class FilingRevision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long filingId;
    private int number;
    private String receipt;
    private byte[] content;
    private String sha256;
    private String previousSha256;
    private Instant receivedAt;
    private String submittedBy;
    private boolean late;

    protected FilingRevision() {
    }

    FilingRevision(long filingId, CopyOfRecord record, byte[] content, String sha256) {
        this.filingId = filingId;
        this.number = record.revision();
        this.receipt = record.receipt();
        this.content = content;
        this.sha256 = sha256;
        this.previousSha256 = record.previousSha256();
        this.receivedAt = record.receivedAt();
        this.submittedBy = record.submittedBy();
        this.late = record.late();
    }

    RevisionSummary summary() {
        return new RevisionSummary(number, receipt, receivedAt, submittedBy, sha256, previousSha256, late);
    }

    long filingId() {
        return filingId;
    }

    int number() {
        return number;
    }

    byte[] content() {
        return content.clone();
    }

    String sha256() {
        return sha256;
    }
}
