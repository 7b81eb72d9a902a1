package org.zhibao.account;

import java.io.Serializable;
import org.zhibao.audit.AuditTrail;

/**
 * The person (or program) that acts.
 *
 * @param userId  the sign-in name
 * @param name    the name on screen
 * @param role    in which capacity
 * @param area    the area the role covers, as a region code of six digits ({@code 430000}, {@code 430100},
 *                {@code 430102}); for an enterprise its county
 * @param orgCode the unit acted for, null unless the role is {@link Role#ENTERPRISE}
 */
public record Actor(String userId, String name, Role role, String area, String orgCode) implements Serializable {

    /** The actor as the audit trail names it. */
    public AuditTrail.Who who() {
        return new AuditTrail.Who(userId, name, role.name(), area);
    }
}
