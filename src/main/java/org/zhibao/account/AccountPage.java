package org.zhibao.account;

import java.util.List;

/**
 * A page of accounts.
 *
 * @param total how many there are in all
 * @param next  from where the next page goes on; null on the last
 */
public record AccountPage(List<AccountSummary> accounts, long total, String next) {
}
