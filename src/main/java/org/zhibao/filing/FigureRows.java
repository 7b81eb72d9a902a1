package org.zhibao.filing;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface FigureRows extends JpaRepository<FigureRow, FigureRow.Id> {

    @Modifying
    @Query("delete from FigureRow r where r.id.filingId = :filingId")
    void deleteOf(long filingId);

    @Query("select count(r) from FigureRow r where r.id.filingId = :filingId")
    long countOf(long filingId);
}
