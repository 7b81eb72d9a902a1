package org.zhibao.filing.workbook;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.springframework.data.domain.Persistable;
import org.zhibao.audit.Sha256;

/** A workbook that was uploaded and not yet confirmed: the last one of each report. */
@Entity
class FilingUpload implements Persistable<Long> {

    @Id
    private Long filingId;
    private String fileName;
    private byte[] content;
    private String sha256;
    private Instant uploadedAt;
    private String uploadedBy;

    protected FilingUpload() {
    }

    FilingUpload(long filingId, String fileName, byte[] content, Instant uploadedAt, String uploadedBy) {
        this.filingId = filingId;
        this.fileName = fileName;
        this.content = content;
        this.sha256 = Sha256.of(content);
        this.uploadedAt = uploadedAt;
        this.uploadedBy = uploadedBy;
    }

    String fileName() {
        return fileName;
    }

    byte[] content() {
        return content.clone();
    }

    String sha256() {
        return sha256;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    @Override
    public Long getId() {
        return filingId;
    }

    /** Never changed: a new upload takes the place of the old one, which is deleted first. */
    @Override
    public boolean isNew() {
        return true;
    }
}
