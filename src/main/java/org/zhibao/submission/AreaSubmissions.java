package org.zhibao.submission;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AreaSubmissions extends Repository<AreaSubmission, AreaSubmission.Id> {

    AreaSubmission save(AreaSubmission submission);

    Optional<AreaSubmission> findById(AreaSubmission.Id id);

    @Query("select a from AreaSubmission a where a.id.period = :period order by a.id.area")
    List<AreaSubmission> ofPeriod(String period);

    /** Reads a submission for an act: whoever acts on the same one at the same time waits. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from AreaSubmission a where a.id.period = :period and a.id.area = :area")
    Optional<AreaSubmission> lock(String period, String area);
}
