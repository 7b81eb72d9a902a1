package org.zhibao.change;

import java.util.List;
import org.springframework.data.repository.Repository;

interface ChangeLetters extends Repository<ChangeLetter, Long> {

    ChangeLetter save(ChangeLetter letter);

    List<ChangeLetter> findByChangeIdOrderById(long changeId);
}
