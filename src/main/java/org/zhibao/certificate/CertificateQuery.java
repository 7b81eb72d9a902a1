package org.zhibao.certificate;

/**
 * Which certificates to list, the latest first.
 *
 * @param text   part of the name or user name; null for all
 * @param state  only those that stand so; null for all
 * @param before the id where the page before ended; null for the first
 */
public record CertificateQuery(String text, CertificateState state, Long before) {
}
