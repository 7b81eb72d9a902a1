package org.zhibao.submission;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** One signed submission: its bytes, hash, time and person never change. */
@Entity
@Immutable
@Table(name = "area_signature")
class AreaSignature {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String period;
    private String area;
    private int number;
    private byte[] content;
    private String sha256;
    private String previousSha256;
    private int listed;
    private int complete;
    private int exceptions;
    private String signedBy;
    private String signedByName;
    private Instant signedAt;

    protected AreaSignature() {
    }

    AreaSignature(AreaRecord record, byte[] content, String sha256) {
        this.period = record.period();
        this.area = record.area();
        this.number = record.number();
        this.content = content;
        this.sha256 = sha256;
        this.previousSha256 = record.previousSha256();
        this.listed = (int) record.entries().stream().filter(e -> !AreaRecord.SUSPENDED.equals(e.status())).count();
        this.exceptions = (int) record.entries().stream().filter(e -> e.explanation() != null).count();
        this.complete = listed - exceptions;
        this.signedBy = record.signedBy();
        this.signedByName = record.signedByName();
        this.signedAt = record.signedAt();
    }

    AreaView.Signature shown() {
        return new AreaView.Signature(number, sha256, listed, complete, exceptions, signedByName, signedAt);
    }

    byte[] content() {
        return content.clone();
    }

    String sha256() {
        return sha256;
    }
}
