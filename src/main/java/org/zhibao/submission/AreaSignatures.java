package org.zhibao.submission;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Signatures are added and read; there is no way to change or remove one. */
interface AreaSignatures extends Repository<AreaSignature, Long> {

    AreaSignature save(AreaSignature signature);

    List<AreaSignature> findByPeriodAndAreaOrderByNumber(String period, String area);

    Optional<AreaSignature> findByPeriodAndAreaAndNumber(String period, String area, int number);
}
