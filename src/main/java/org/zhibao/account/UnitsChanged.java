package org.zhibao.account;

import java.util.List;
import org.zhibao.audit.AuditTrail;

/**
 * What the registry says about units has changed: their accounts take over name and county. Told in the transaction that
 * changes it, perhaps also of units of which both stay.
 *
 * @param cause the subject of the audit trail that is the cause, such as {@code unit/183810013}
 * @param by    who changed it
 */
public record UnitsChanged(List<Unit> units, String cause, AuditTrail.Who by) {

    /**
     * A unit as it is now.
     *
     * @param county region code of its county
     */
    public record Unit(String orgCode, String name, String county) {
    }
}
