package org.zhibao.account;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface PasswordRecords extends JpaRepository<PasswordRecord, Long> {

    List<PasswordRecord> findTop5ByUserIdOrderByIdDesc(String userId);
}
