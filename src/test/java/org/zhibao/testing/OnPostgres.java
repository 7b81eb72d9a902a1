package org.zhibao.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** Runs a {@link DatabaseTest} on a PostgreSQL that is really started, once for all such tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(initializers = OnPostgres.Server.class)
public @interface OnPostgres {

    /** Points the context at the server. */
    final class Server implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static EmbeddedPostgres server;

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("spring.datasource.url=" + started().getJdbcUrl("postgres", "postgres"))
                    .applyTo(context);
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
}
