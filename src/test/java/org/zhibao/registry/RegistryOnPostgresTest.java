package org.zhibao.registry;

import org.zhibao.testing.OnPostgres;

/** The same behaviour on PostgreSQL. */
@OnPostgres
class RegistryOnPostgresTest extends RegistryTest {
}
