package org.zhibao.account;

import java.io.Serializable;
import org.zhibao.audit.AuditTrail;

/**
 * The person (or program) that acts.
 *
 * @param userId    the sign-in name
 * @param name      the name on screen
 * @param role      in which capacity
 * @param area      the area the role covers, as a region code of six digits ({@code 430000}, {@code 430100},
 *                  {@code 430102}); for an enterprise its county
 * @param orgCode   the unit acted for, null unless the role is {@link Role#ENTERPRISE}
 * @param groupCode the group company whose subsidiaries are read, null unless the role is {@link Role#GROUP}
 */
public record Actor(String userId, String name, Role role, String area, String orgCode, String groupCode)
        implements Serializable {

    /** Whoever acts for no group company. */
    public Actor(String userId, String name, Role role, String area, String orgCode) {
        this(userId, name, role, area, orgCode, null);
    }

    /** Whether it administers the whole platform; an administrator of a city keeps that city's accounts and standards. */
    public boolean administersPlatform() {
        return role == Role.ADMIN && ofProvince();
    }

    /** In which capacity it looks: who administers, audits or helps one area sees what the area's reviewers see. */
    public Role sight() {
        boolean ofArea = (role == Role.ADMIN || role == Role.AUDITOR || role == Role.SUPPORT) && !ofProvince();
        return !ofArea ? role : area.endsWith("00") ? Role.CITY : Role.COUNTY;
    }

    /** What its sight is bounded by: the code of its unit, of its group company, or of its area. */
    public String own() {
        return role == Role.ENTERPRISE ? orgCode : role == Role.GROUP ? groupCode : area;
    }

    /** What the codes of all regions in its area begin with: {@code 4301} for {@code 430100}. */
    public String areaPrefix() {
        return AccountLists.prefix(area);
    }

    private boolean ofProvince() {
        return area.endsWith("0000");
    }

    /** The actor as the audit trail names it. */
    public AuditTrail.Who who() {
        return new AuditTrail.Who(userId, name, role.name(), area);
    }
}
