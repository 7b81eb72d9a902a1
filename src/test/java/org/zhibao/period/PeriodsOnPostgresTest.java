package org.zhibao.period;

import org.zhibao.testing.OnPostgres;

/** The same behaviour on PostgreSQL. */
@OnPostgres
class PeriodsOnPostgresTest extends PeriodsTest {
}
