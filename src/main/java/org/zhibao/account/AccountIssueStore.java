package org.zhibao.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The runs that make accounts. */
@Component
class AccountIssueStore {

    private final JdbcClient database;

    AccountIssueStore(JdbcClient database) {
        this.database = database;
    }

    /** Lets one run after the other begin. */
    void lock() {
        database.sql("select id from account_issue_lock for update").query(Integer.class).single();
    }

    /** Whether a run goes on in an area, in a part of it, or in one that holds it. */
    boolean runningIn(String area) {
        String prefix = AccountLists.prefix(area);
        return database.sql("select area from account_issue where finished_at is null").query(String.class).list().stream()
                .map(AccountLists::prefix).anyMatch(other -> other.startsWith(prefix) || prefix.startsWith(other));
    }

    long add(String area, String byUser, String byName, int units, Instant now) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        database.sql("insert into account_issue (area, by_user, by_name, started_at, units, made) values (:area, :user, "
                        + ":name, :now, :units, 0)").param("area", area).param("user", byUser)
                .param("name", byName).param("now", now.atOffset(ZoneOffset.UTC)).param("units", units)
                .update(key, "id");
        return key.getKey().longValue();
    }

    AccountIssue require(long id) {
        return database.sql("select * from account_issue where id = :id").param("id", id).query(AccountIssueStore::issue)
                .single();
    }

    void made(long id, int more) {
        database.sql("update account_issue set made = made + :more where id = :id").param("more", more).param("id", id)
                .update();
    }

    void finish(long id, Instant now) {
        database.sql("update account_issue set finished_at = :now where id = :id and finished_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC)).param("id", id).update();
    }

    /** The latest first. */
    List<AccountIssue> latest(String area, int most) {
        return database.sql("select * from account_issue where area like :own order by id desc limit :most")
                .param("own", AccountLists.below(area)).param("most", most).query(AccountIssueStore::issue).list();
    }

    private static AccountIssue issue(ResultSet row, int number) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new AccountIssue(row.getLong("id"), row.getString("area"), row.getString("by_name"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(), row.getInt("units"), row.getInt("made"));
    }
}
