package org.zhibao.submission;

import java.util.List;
import org.springframework.data.repository.Repository;

interface AreaLetters extends Repository<AreaLetter, Long> {

    AreaLetter save(AreaLetter letter);

    List<AreaLetter> findByPeriodAndAreaOrderById(String period, String area);
}
