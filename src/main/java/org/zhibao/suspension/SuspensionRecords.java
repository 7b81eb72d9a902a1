package org.zhibao.suspension;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SuspensionRecords extends Repository<Suspension, Long> {

    Suspension save(Suspension suspension);

    Optional<Suspension> findById(long id);

    boolean existsByOrgCode(String orgCode);

    List<Suspension> findByIdInOrderById(Collection<Long> ids);

    /** Reads a suspension for an act: whoever acts on the same one at the same time waits. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Suspension s where s.id = :id")
    Optional<Suspension> lock(long id);
}
