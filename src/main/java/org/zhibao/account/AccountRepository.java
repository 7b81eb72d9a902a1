package org.zhibao.account;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface AccountRepository extends JpaRepository<Account, String> {

    List<Account> findByRoleAndEnabledTrueOrderByUserId(Role role);

    List<Account> findByOrgCodeInAndEnabledTrueOrderByUserId(Collection<String> orgCodes);

    List<Account> findByNameAndEnabledTrue(String name);

    boolean existsByRole(Role role);

    boolean existsByRoleAndDemo(Role role, boolean demo);
}
