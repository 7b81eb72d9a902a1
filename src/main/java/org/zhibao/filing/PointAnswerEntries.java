package org.zhibao.filing;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

/** Answers are given and read; there is no way to change one. */
interface PointAnswerEntries extends Repository<PointAnswerEntry, Long> {

    PointAnswerEntry save(PointAnswerEntry entry);

    List<PointAnswerEntry> findByPointIdInOrderById(Collection<Long> pointIds);
}
