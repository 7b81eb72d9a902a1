package org.zhibao.operation;

import java.time.Instant;

/**
 * One version of a process.
 *
 * @param version    counted from 1
 * @param deployedAt when it was deployed
 * @param open       how many cases go by it now
 * @param latest     whether new cases begin with it
 */
public record CaseVersion(int version, Instant deployedAt, long open, boolean latest) {
}
