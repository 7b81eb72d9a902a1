package org.zhibao.period;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ReportingPeriods extends Repository<ReportingPeriod, String> {

    ReportingPeriod save(ReportingPeriod period);

    Optional<ReportingPeriod> findById(String code);

    boolean existsById(String code);

    List<ReportingPeriod> findAllByOrderByCodeDesc();

    Optional<ReportingPeriod> findFirstByStateInOrderByCodeDesc(Collection<PeriodState> states);
}
