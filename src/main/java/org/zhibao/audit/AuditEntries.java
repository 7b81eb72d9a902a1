package org.zhibao.audit;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Rows are added and read; there is no way to change or remove one. */
interface AuditEntries extends Repository<AuditEntry, Long> {

    AuditEntry save(AuditEntry entry);

    List<AuditEntry> findBySubjectAndOutcomeAndActionNotOrderById(String subject, AuditEntry.Outcome outcome, String action);
}
