package org.zhibao.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** The database that a measured platform keeps its data in. Every commit is on disk before it is acknowledged. */
interface BenchDatabase extends AutoCloseable {

    String name();

    /** What the platform is started with to use a database of this name, empty when first used. */
    List<String> arguments(String database);

    /** A connection beside the platform; on H2 only while the platform is down. */
    Connection connect(String database) throws SQLException;

    @Override
    void close() throws IOException;

    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Which of the counts differ from what each of them should be; empty if none does. */
    static String otherThan(long expected, Map<String, String> counts, Connection connection) throws SQLException {
        StringBuilder faults = new StringBuilder();
        for (Map.Entry<String, String> count : counts.entrySet()) {
            long found = number(connection, count.getValue());
            if (found != expected) {
                faults.append(found).append(' ').append(count.getKey()).append("! ");
            }
        }
        return faults.toString();
    }

    static BenchDatabase of(String name, Path folder) throws IOException {
        return switch (name) {
            case "h2" -> new H2(folder);
            case "postgres" -> Postgres.start();
            default -> throw new IllegalArgumentException("no database " + name + ": h2 or postgres");
        };
    }

    /** The embedded database, as the platform is set up by default. */
    record H2(Path folder) implements BenchDatabase {

        @Override
        public String name() {
            return "H2";
        }

        @Override
        public List<String> arguments(String database) {
            return List.of("--spring.datasource.url=" + url(database));
        }

        @Override
        public Connection connect(String database) throws SQLException {
            return DriverManager.getConnection(url(database), "sa", "");
        }

        private String url(String database) {
            return "jdbc:h2:file:" + folder.resolve(database) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        }

        @Override
        public void close() {
            // nothing runs
        }
    }

    /** A PostgreSQL that is really started, with its own defaults: the test library would switch durability off. */
    record Postgres(EmbeddedPostgres server) implements BenchDatabase {

        static Postgres start() throws IOException {
            EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on").start();
            try (Connection connection = server.getPostgresDatabase().getConnection()) {
                if (number(connection, "select count(*) from pg_settings where setting = 'on' and name in ('fsync', "
                        + "'synchronous_commit')") != 2) {
                    throw new IOException("PostgreSQL does not write through");
                }
            } catch (SQLException failed) {
                throw new IOException(failed);
            }
            return new Postgres(server);
        }

        @Override
        public String name() {
            return "PostgreSQL";
        }

        @Override
        public List<String> arguments(String database) {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                if (number(connection, "select count(*) from pg_database where datname = '" + database + "'") == 0) {
                    statement.execute("create database " + database);
                }
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            return List.of("--spring.profiles.active=postgres", "--spring.datasource.url=" + url(database),
                    "--spring.datasource.username=postgres");
        }

        @Override
        public Connection connect(String database) throws SQLException {
            return DriverManager.getConnection(url(database), "postgres", "");
        }

        private String url(String database) {
            return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
