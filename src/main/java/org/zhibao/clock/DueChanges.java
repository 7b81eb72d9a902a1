package org.zhibao.clock;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.zhibao.refusal.Refusal;

interface DueChanges extends Repository<DueChange, Long> {

    DueChange saveAndFlush(DueChange change);

    Optional<DueChange> findById(long id);

    boolean existsByRunningPeriod(String period);

    long countByKind(DueChange.Kind kind);

    @Query("select c from DueChange c where c.kind = :kind and c.id < :before order by c.id desc")
    List<DueChange> before(DueChange.Kind kind, long before, Limit limit);

    default DueChange require(long id) {
        return findById(id).orElseThrow(() -> Refusal.notFound("clock.change.unknown", String.valueOf(id)));
    }
}
