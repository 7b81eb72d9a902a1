package org.zhibao.filing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DueBases extends Repository<DueBasis, DueBasis.Id> {

    Optional<DueBasis> findById(DueBasis.Id id);

    DueBasis save(DueBasis basis);

    @Query("select b from DueBasis b where b.id.filingId in :filings")
    List<DueBasis> ofFilings(Collection<Long> filings);

    @Query("select b from DueBasis b where b.id.filingId in (select f.id from Filing f where f.period = :period)")
    List<DueBasis> ofPeriod(String period);
}
