package org.zhibao.notice;

/**
 * A message as it leaves the house.
 *
 * @param id      the same for every attempt, so that who receives it can tell a repetition
 * @param to      mail address or mobile number
 * @param subject one line that says it all
 * @param text    the whole; a text message is the subject alone
 */
record OutgoingMessage(String id, String to, String subject, String text) {
}
