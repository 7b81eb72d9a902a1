package org.zhibao.filing.workbook;

import java.time.Instant;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface FilingUploads extends JpaRepository<FilingUpload, Long> {

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from FilingUpload u where u.filingId = :filingId")
    int discard(long filingId);

    @Modifying
    @Query("delete from FilingUpload u where u.uploadedAt < :before")
    int discardOlder(Instant before);
}
