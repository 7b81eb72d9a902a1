package org.zhibao.notice;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Notices extends Repository<Notice, Long> {

    List<Notice> saveAll(Iterable<Notice> notices);

    @Query("select n.cause from Notice n where n.cause in :causes")
    List<String> known(Collection<String> causes);
}
