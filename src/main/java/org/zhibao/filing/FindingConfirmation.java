package org.zhibao.filing;

import java.time.Instant;
import org.zhibao.account.Role;

/**
 * A reviewer's word that a figure which a rule does not let pass by itself is right (逐项确认).
 *
 * @param fingerprint the finding
 * @param revision    the revision at which it was confirmed
 * @param role        the level that confirmed
 * @param remark      the reviewer's remark; may be empty
 */
public record FindingConfirmation(String fingerprint, int revision, Role role, String userName, String remark,
                                  Instant at) {
}
