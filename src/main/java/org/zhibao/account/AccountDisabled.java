package org.zhibao.account;

/**
 * An account was taken out of use, in the transaction that does it.
 *
 * @param reason why, in the words of who did it
 */
public record AccountDisabled(String userId, String reason, Actor by) {
}
