package org.zhibao.cover;

import java.time.LocalDate;

/**
 * Leave cover to be set.
 *
 * @param absent    user id of the reviewer who is away
 * @param colleague user id of who gets the tasks
 * @param firstDay  first day of the leave, {@code lastDay} the last one, both inclusive
 * @param reason    why; 2 to 200 characters
 */
public record CoverRequest(String absent, String colleague, LocalDate firstDay, LocalDate lastDay, String reason) {
}
