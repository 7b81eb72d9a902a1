package org.zhibao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
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
        "update audit_entry set detail = ''", "delete from audit_entry", "truncate audit_entry", "drop table audit_entry",
        "alter table audit_entry add column x integer", "alter table audit_entry disable trigger all",
        "update audit_seal set hash = ''", "delete from audit_seal", "truncate audit_seal",
        "update filing_revision set sha256 = ''", "delete from filing_revision",
        "update filing_correspondence set reason = ''", "delete from filing_correspondence",
        "delete from review_point", "delete from review_point_answer", "delete from finding_confirmation",
        "delete from suspension_letter", "delete from unit_lineage", "update unit_succession set reason = ''",
        "update area_signature set number = 2", "delete from area_correspondence",
        "delete from flyway_schema_history", "create table elsewhere (x integer)"})
    void nothingOnRecordIsChangedOrRemoved(String statement) {
        assertThatThrownBy(() -> asTheUser(() -> database.execute(statement)))
                .rootCause().hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void theUserCannotGiveItselfWhatItHasNot() {
        asTheUser(() -> database.execute("grant delete on audit_entry to zhibao_app"));
        assertThat(database.queryForObject("select has_table_privilege('zhibao_app', 'audit_entry', 'delete')",
                Boolean.class)).isFalse();
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
