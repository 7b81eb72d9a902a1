package org.zhibao.notice;

import java.util.List;
import org.springframework.data.repository.Repository;

interface Deliveries extends Repository<Delivery, Long> {

    List<Delivery> saveAll(Iterable<Delivery> deliveries);
}
