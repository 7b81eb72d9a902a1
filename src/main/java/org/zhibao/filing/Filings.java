package org.zhibao.filing;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.zhibao.refusal.Refusal;

interface Filings extends JpaRepository<Filing, Long> {

    Optional<Filing> findByOrgCodeAndPeriod(String orgCode, String period);

    @Query("select f.id from Filing f where f.taskId = :taskId")
    Optional<Long> idOfTask(String taskId);

    List<Filing> findByOrgCodeOrderByPeriodDesc(String orgCode);

    @Query("select f.orgCode from Filing f where f.period = :period and f.orgCode in :orgCodes")
    List<String> orgCodesWithFiling(String period, Collection<String> orgCodes);

    /** Reads the filing for an action: whoever acts on the same filing at the same time waits. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from Filing f where f.id = :id")
    Optional<Filing> lock(long id);

    /** The same for many, in the order of their ids, so that nobody waits for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from Filing f where f.id in :ids order by f.id")
    List<Filing> lockAll(Collection<Long> ids);

    @Query("select f from Filing f where f.period = :period and f.taskId is not null order by f.id")
    List<Filing> openTasks(String period);

    default Filing require(long id) {
        return findById(id).orElseThrow(() -> Refusal.notFound("filing.unknown", String.valueOf(id)));
    }
}
