package org.zhibao.filing.attachment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FilingAttachments extends Repository<FilingAttachment, Long> {

    FilingAttachment save(FilingAttachment attachment);

    Optional<FilingAttachment> findById(long id);

    /** Whoever changes the files of a report waits for others that do, and for its submission. */
    @Query(value = "select id from filing where id = :filingId for update", nativeQuery = true)
    Optional<Long> lock(long filingId);

    /** Without the content. */
    @Query("select new org.zhibao.filing.attachment.Attachment(a.id, a.place, a.fileName, a.mediaType, a.bytes, a.sha256, "
            + "a.uploadedAt, a.uploadedByName, a.revision) from FilingAttachment a where a.filingId = :filingId order by a.id")
    List<Attachment> of(long filingId);

    /** Gives 0 if it is on record. */
    @Modifying(flushAutomatically = true)
    @Query("delete from FilingAttachment a where a.id = :id and a.revision is null")
    int removeDraft(long id);

    @Modifying(flushAutomatically = true)
    @Query("delete from FilingAttachment a where a.filingId = :filingId and a.revision is null and a.place not in :keys")
    int removeDraftsBut(long filingId, Collection<String> keys);

    @Modifying(flushAutomatically = true)
    @Query("update FilingAttachment a set a.revision = :revision where a.filingId = :filingId and a.revision is null")
    int file(long filingId, int revision);
}
