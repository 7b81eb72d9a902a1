package org.zhibao.account;

import org.zhibao.audit.AuditTrail;

/**
 * A unit has left the registry, or goes on under another code, and has nothing more to file: what lets people act for it
 * is to be closed. Told in the transaction that finds out, perhaps more than once.
 *
 * @param orgCode the unit
 * @param cause   the subject of the audit trail that is the cause, such as {@code registry-change/12}
 * @param by      who decided that it leaves
 */
public record UnitLeft(String orgCode, String cause, AuditTrail.Who by) {
}
