package org.zhibao.filing;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Confirmations are given and read; there is no way to change one. */
interface ConfirmationEntries extends Repository<ConfirmationEntry, Long> {

    ConfirmationEntry save(ConfirmationEntry entry);

    List<ConfirmationEntry> findByFilingIdOrderById(long filingId);
}
