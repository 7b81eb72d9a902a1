package org.zhibao.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives each application context a database of its own: H2 in memory, or with {@code -Dzhibao.test.database=postgres} one
 * on a PostgreSQL that is really started, once for all contexts.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static EmbeddedPostgres server;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String name = "zhibao_" + UUID.randomUUID().toString().replace("-", "");
        TestPropertyValues.of("spring.datasource.hikari.maximum-pool-size=10").and(onPostgres()
                ? new String[] {"spring.datasource.url=" + created(name), "spring.datasource.username=postgres"}
                : new String[] {"spring.datasource.url=jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1"}).applyTo(context);
    }

    public static boolean onPostgres() {
        return "postgres".equals(System.getProperty("zhibao.test.database"));
    }

    private static String created(String name) {
        EmbeddedPostgres running = started();
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return running.getJdbcUrl("postgres", name);
    }

    private static synchronized EmbeddedPostgres started() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return server;
    }
}
