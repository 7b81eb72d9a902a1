package org.zhibao.filing;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.zhibao.refusal.Refusal;

interface Filings extends JpaRepository<Filing, Long> {

    boolean existsByOrgCode(String orgCode);

    Optional<Filing> findByOrgCodeAndPeriod(String orgCode, String period);

    @Query("select f.id from Filing f where f.taskId = :taskId")
    Optional<Long> idOfTask(String taskId);

    /** What a reviewer has claimed. */
    @Query("select f.id from Filing f where f.claimedBy = :userId and f.taskId is not null order by f.id")
    List<Long> claimedBy(String userId);

    List<Filing> findByOrgCodeInOrderByPeriodDesc(Collection<String> orgCodes);

    /** Accepted filings of earlier periods under one of these codes, the latest first. */
    @Query("select f from Filing f where f.orgCode in :orgCodes and f.period < :period and f.acceptedRevision is not null "
            + "order by f.period desc")
    List<Filing> acceptedBefore(Collection<String> orgCodes, String period, Limit limit);

    @Query("select f from Filing f where f.orgCode = :orgCode and f.period in :periods order by f.period")
    List<Filing> ofUnit(String orgCode, Collection<String> periods);

    @Query("select f.orgCode from Filing f where f.period = :period and f.orgCode in :orgCodes")
    List<String> orgCodesWithFiling(String period, Collection<String> orgCodes);

    /** The next filings of a period at some stages, kept from being acted on meanwhile. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from Filing f where f.period = :period and f.stage in :stages order by f.id")
    List<Filing> lockNext(String period, Collection<Stage> stages, Limit limit);

    @Query("select count(f) from Filing f where f.period = :period and f.stage in :stages")
    int count(String period, Collection<Stage> stages);

    @Query("select distinct f.period from Filing f where f.revision > 0 order by f.period desc")
    List<String> periodsWithReports();

    @Query("select count(f) from Filing f where f.period = :period and f.revision > 0 "
            + "and (cast(:city as string) is null or f.cityCode = :city)")
    long countReports(String period, String city);

    /** Filings with the content of their latest revision, in the order of their ids; {@code city} may be null. */
    @Query("select f, r.content from Filing f join FilingRevision r on r.filingId = f.id and r.number = f.revision "
            + "where f.period = :period and f.id > :after and (cast(:city as string) is null or f.cityCode = :city) "
            + "order by f.id")
    List<Object[]> reportsAfter(String period, String city, long after, Limit limit);

    /** Organisation code and content of the accepted revision. */
    @Query("select f.orgCode, r.content from Filing f join FilingRevision r on r.filingId = f.id "
            + "and r.number = f.acceptedRevision where f.period = :period and f.orgCode in :orgCodes")
    List<Object[]> acceptedContents(String period, Collection<String> orgCodes);

    /** Reads the filing for an action: whoever acts on the same filing at the same time waits. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from Filing f where f.id = :id")
    Optional<Filing> lock(long id);

    /** The same for many, in the order of their ids, so that nobody waits for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from Filing f where f.id in :ids order by f.id")
    List<Filing> lockAll(Collection<Long> ids);

    @Query("select f.id from Filing f where f.processInstanceId in :processInstanceIds")
    List<Long> idsOf(Collection<String> processInstanceIds);

    @Query("select f from Filing f where f.period = :period and f.taskId is not null order by f.id")
    List<Filing> openTasks(String period);

    @Query("select f.id from Filing f where f.period = :period and f.sortAt < :now and f.taskId is not null "
            + "and f.overdue = false order by f.sortAt, f.id")
    List<Long> dueUnmarked(String period, Instant now, Limit limit);

    default Filing require(long id) {
        return findById(id).orElseThrow(() -> Refusal.notFound("filing.unknown", String.valueOf(id)));
    }
}
