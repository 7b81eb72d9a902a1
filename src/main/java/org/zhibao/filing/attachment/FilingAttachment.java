package org.zhibao.filing.attachment;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.zhibao.account.Actor;

/** A file beside an explanation. It is never changed; once a revision is on record with it, it is not removed either. */
@Entity
class FilingAttachment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long filingId;
    private String place;
    private String fileName;
    private String mediaType;
    private int bytes;
    private String sha256;
    private byte[] content;
    private Instant uploadedAt;
    private String uploadedBy;
    private String uploadedByName;
    private Integer revision;

    protected FilingAttachment() {
    }

    FilingAttachment(long filingId, String key, String fileName, FileKind kind, byte[] content, String sha256,
                     Actor actor, Instant at) {
        this.filingId = filingId;
        this.place = key;
        this.fileName = fileName;
        this.mediaType = kind.mediaType();
        this.bytes = content.length;
        this.sha256 = sha256;
        this.content = content.clone();
        this.uploadedAt = at;
        this.uploadedBy = actor.userId();
        this.uploadedByName = actor.name();
    }

    Attachment shown() {
        return new Attachment(id, place, fileName, mediaType, bytes, sha256, uploadedAt, uploadedByName, revision);
    }

    long filingId() {
        return filingId;
    }

    byte[] content() {
        return content.clone();
    }
}
