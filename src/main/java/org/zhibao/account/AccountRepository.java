package org.zhibao.account;

import org.springframework.data.jpa.repository.JpaRepository;

interface AccountRepository extends JpaRepository<Account, String> {

    boolean existsByRole(Role role);

    boolean existsByRoleAndDemo(Role role, boolean demo);
}
