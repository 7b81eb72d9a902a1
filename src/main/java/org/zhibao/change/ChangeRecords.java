package org.zhibao.change;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ChangeRecords extends Repository<RegistryChange, Long> {

    RegistryChange save(RegistryChange change);

    Optional<RegistryChange> findById(long id);

    /** Reads a change for an act: whoever acts on the same one at the same time waits. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from RegistryChange c where c.id = :id")
    Optional<RegistryChange> lock(long id);

    /** What took units off the registry; the oldest first. */
    @Query("select c from RegistryChange c where c.state = org.zhibao.change.ChangeState.APPLIED and c.orgCode in :orgCodes "
            + "and (c.kind = org.zhibao.change.ChangeKind.CLOSED or c.kind = org.zhibao.change.ChangeKind.RECODED) order by c.id")
    List<RegistryChange> departures(Collection<String> orgCodes);
}
