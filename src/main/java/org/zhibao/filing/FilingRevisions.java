package org.zhibao.filing;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Revisions are added and read; there is no way to change or remove one. */
interface FilingRevisions extends Repository<FilingRevision, Long> {

    FilingRevision save(FilingRevision revision);

    Optional<FilingRevision> findByFilingIdAndNumber(long filingId, int number);

    List<FilingRevision> findByFilingIdOrderByNumber(long filingId);

    Optional<FilingRevision> findByReceipt(String receipt);
}
