package org.zhibao.suspension;

import java.util.List;
import org.springframework.data.repository.Repository;

interface SuspensionLetters extends Repository<SuspensionLetter, Long> {

    SuspensionLetter save(SuspensionLetter letter);

    List<SuspensionLetter> findBySuspensionIdOrderById(long suspensionId);
}
