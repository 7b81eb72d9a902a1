package org.zhibao.filing;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Points are asked and read; there is no way to change one. */
interface PointEntries extends Repository<PointEntry, Long> {

    PointEntry save(PointEntry entry);

    List<PointEntry> findByFilingIdOrderById(long filingId);

    List<PointEntry> findByFilingIdAndRevisionOrderById(long filingId, int revision);
}
