package org.zhibao.cover;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Covers extends JpaRepository<LeaveCover, Long> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from LeaveCover c where c.id = :id")
    Optional<LeaveCover> lock(long id);

    /** Those not over in which any of the two is away or stands in. */
    @Query("select c from LeaveCover c where c.endedAt is null and c.lastDay >= :today "
            + "and (c.absent in (:one, :other) or c.colleague in (:one, :other)) order by c.firstDay")
    List<LeaveCover> current(String one, String other, LocalDate today);

    @Query("select c.id from LeaveCover c where c.endedAt is null and c.begunAt is null and c.firstDay <= :today "
            + "order by c.id")
    List<Long> due(LocalDate today);

    @Query("select c.id from LeaveCover c where c.endedAt is null and c.lastDay < :today order by c.id")
    List<Long> over(LocalDate today);

    @Query("select c from LeaveCover c where c.absent = :user or c.colleague = :user order by c.id desc")
    List<LeaveCover> of(String user, Limit limit);

    @Query("select count(c) from LeaveCover c where c.absent = :user or c.colleague = :user")
    long countOf(String user);

    @Query("select c from LeaveCover c where c.area like :area order by c.id desc")
    List<LeaveCover> in(String area, Limit limit);

    @Query("select count(c) from LeaveCover c where c.area like :area")
    long countIn(String area);
}
