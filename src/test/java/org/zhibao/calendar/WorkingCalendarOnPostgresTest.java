package org.zhibao.calendar;

import org.zhibao.testing.OnPostgres;

/** The same behaviour on PostgreSQL. */
@OnPostgres
class WorkingCalendarOnPostgresTest extends WorkingCalendarTest {
}
