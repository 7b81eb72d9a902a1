package org.zhibao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Scenario;

/** The database user of {@code db/rights/postgresql.sql}: the platform works with it, and the record cannot be changed. */
@ApplicationTest
@EnabledIfSystemProperty(named = "zhibao.test.database", matches = "postgres")
class DatabaseRightsIT {

    @Autowired
    private JdbcTemplate database;
    @Autowired
    private DataSource dataSource;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    private Scenario scenario;

    @BeforeEach
    void theUserHasItsRights() throws IOException {
        database.execute("do $$ begin if not exists (select 1 from pg_roles where rolname = 'zhibao_app') then "
                + "create role zhibao_app login; end if; end $$");
        database.execute(new ClassPathResource("db/rights/postgresql.sql").getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void aReportGoesItsWholeWayWithTheseRights() {
        FilingSummary filing = scenario.freshFiling();
        long before = rows();
        asTheUser(() -> scenario.submitted(filing));
        asTheUser(() -> scenario.decide(filing, FilingAction.RETURN, scenario.city(filing)));
        asTheUser(() -> scenario.submitted(filing));
        asTheUser(() -> scenario.decide(filing, FilingAction.FORWARD, scenario.city(filing)));
        asTheUser(() -> scenario.decide(filing, FilingAction.ACCEPT, scenario.province()));
        assertThat(scenario.now(filing).status()).isEqualTo(FilingStatus.ACCEPTED);
        assertThat(rows()).isGreaterThan(before + 7);
    }

    @Test
    void aStartWithTheseRightsFindsNothingToMigrate() throws SQLException {
        String address = dataSource.unwrap(HikariDataSource.class).getJdbcUrl();
        Flyway flyway = Flyway.configure().dataSource(address.replace("user=postgres", "user=zhibao_app"), null, null)
                .load();
        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "truncate audit_entry", "drop table audit_entry", "alter table audit_entry add column x integer",
        "alter table audit_entry disable trigger all", "truncate audit_seal", "delete from flyway_schema_history",
        "create table elsewhere (x integer)"})
    void neitherTablesNorTheirHistoryAreTouched(String statement) {
        refuses(statement);
    }

    static Set<String> tables() {
        return AppendOnlyTables.inRights();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void nothingOnRecordIsChangedOrRemoved(String table) {
        String column = database.queryForObject("select min(column_name) from information_schema.columns where table_name = ?",
                String.class, table);
        refuses("update " + table + " set " + column + " = " + column);
        refuses("delete from " + table);
    }

    @Test
    void theUserCannotGiveItselfWhatItHasNot() {
        asTheUser(() -> database.execute("grant delete on audit_entry to zhibao_app"));
        assertThat(database.queryForObject("select has_table_privilege('zhibao_app', 'audit_entry', 'delete')",
                Boolean.class)).isFalse();
    }

    private void refuses(String statement) {
        assertThatThrownBy(() -> asTheUser(() -> database.execute(statement))).as(statement)
                .rootCause().hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    private void asTheUser(Runnable act) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            database.execute("set local role zhibao_app");
            act.run();
        });
    }

    private long rows() {
        return database.queryForObject("select count(*) from audit_entry", Long.class);
    }
}
