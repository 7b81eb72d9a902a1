package org.zhibao.filing;

import java.time.LocalDate;

/** Until when something is to be answered: a number of working days from today, or a day (inclusive); one of the two. */
public record TimeLimit(Integer workingDays, LocalDate dueDate) {
}
