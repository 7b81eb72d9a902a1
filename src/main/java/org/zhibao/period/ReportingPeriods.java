package org.zhibao.period;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReportingPeriods extends Repository<ReportingPeriod, String> {

    ReportingPeriod save(ReportingPeriod period);

    Optional<ReportingPeriod> findById(String code);

    /** Reads the period for an act: whoever acts on the same period at the same time waits. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from ReportingPeriod p where p.code = :code")
    Optional<ReportingPeriod> lock(String code);

    boolean existsById(String code);

    List<ReportingPeriod> findAllByOrderByCodeDesc();

    Optional<ReportingPeriod> findFirstByStateInOrderByCodeDesc(Collection<PeriodState> states);
}
