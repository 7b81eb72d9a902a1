package org.zhibao.filing;

import java.util.List;
import org.springframework.data.repository.Repository;

/** The correspondence is added to and read; there is no way to change it. */
interface CorrespondenceEntries extends Repository<CorrespondenceEntry, Long> {

    CorrespondenceEntry save(CorrespondenceEntry entry);

    List<CorrespondenceEntry> findByFilingIdOrderById(long filingId);
}
