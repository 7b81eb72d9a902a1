package org.zhibao.account;

import java.time.Instant;

/**
 * An account, as who keeps accounts sees it.
 *
 * @param area            region code of six digits
 * @param mustChange      whether it still has an initial password
 * @param signedInAt      when it last signed in at the sign-in page; null if never
 * @param locked          whether wrong passwords keep it out somewhere at this moment
 * @param slipDue         whether its slip waits to be printed
 * @param awaitingRelease whether another administrator has to release it first
 */
public record AccountSummary(String userId, String name, Role role, String area, boolean enabled, boolean mustChange,
                             Instant signedInAt, boolean locked, boolean slipDue, boolean awaitingRelease) {
}
