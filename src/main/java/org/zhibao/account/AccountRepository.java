package org.zhibao.account;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface AccountRepository extends JpaRepository<Account, String> {

    List<Account> findByRoleAndEnabledTrueOrderByUserId(Role role);

    /** Locked: whoever takes another of the kind out of use at the same time waits. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<Account> findLockedByRoleAndEnabledTrueOrderByUserId(Role role);

    List<Account> findByOrgCodeInAndEnabledTrueOrderByUserId(Collection<String> orgCodes);

    /** Those out of use as well. */
    List<Account> findByOrgCodeInOrderByUserId(Collection<String> orgCodes);

    List<Account> findByNameAndEnabledTrue(String name);

    boolean existsByRole(Role role);

    boolean existsByRoleAndDemo(Role role, boolean demo);
}
