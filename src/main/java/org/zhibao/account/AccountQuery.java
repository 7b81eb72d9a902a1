package org.zhibao.account;

/**
 * Which accounts to list, in the order of their user names.
 *
 * @param role   null for all
 * @param area   region code of six digits, with everything below it; null for all
 * @param text   part of the name or user name; null for all
 * @param unused only accounts nobody has signed in with yet
 * @param after  the last user name of the page before; null for the first
 */
public record AccountQuery(Role role, String area, String text, boolean unused, String after) {
}
