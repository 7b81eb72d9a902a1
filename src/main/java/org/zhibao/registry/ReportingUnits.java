package org.zhibao.registry;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReportingUnits extends Repository<ReportingUnit, Long> {

    ReportingUnit save(ReportingUnit unit);

    /** Writes at once what was saved, for statements that refer to it. */
    void flush();

    List<ReportingUnit> saveAll(Iterable<ReportingUnit> units);

    Optional<ReportingUnit> findByOrgCode(String orgCode);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from ReportingUnit u where u.orgCode = :orgCode")
    Optional<ReportingUnit> lockByOrgCode(String orgCode);

    List<ReportingUnit> findByGroupCodeOrderByOrgCode(String groupCode);

    List<ReportingUnit> findByCountyCode(String countyCode);

    long countByGroupCode(String groupCode);

    List<ReportingUnit> findByOrgCodeInOrderByOrgCode(Collection<String> orgCodes);

    @Query("select u from ReportingUnit u where u.orgCode in :codes or u.uscc in :codes order by u.orgCode")
    List<ReportingUnit> registered(Collection<String> codes, Limit limit);

    @Query("select u from ReportingUnit u where u.orgCode in :codes or u.uscc in :codes")
    List<ReportingUnit> registered(Collection<String> codes);

    long countByActiveTrue();

    @Query("select u from ReportingUnit u where u.active and u.orgCode > :after order by u.orgCode")
    List<ReportingUnit> activeAfter(String after, Limit limit);

    @Query("select u.orgCode from ReportingUnit u where u.active and u.orgCode > :after order by u.orgCode")
    List<String> activeOrgCodesAfter(String after, Limit limit);
}
