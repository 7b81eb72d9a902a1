package org.zhibao.account;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the units on the roster that have no account, not even one out of use. */
@Component
class UnitsWithoutAccount {

    record Unit(String orgCode, String name, String county) {
    }

    private static final String FOUND = " from reporting_unit u where u.active and u.county_code like :area "
            + "and not exists (select 1 from account a where a.org_code = u.org_code)";

    private final JdbcClient database;

    UnitsWithoutAccount(JdbcClient database) {
        this.database = database;
    }

    long count(String area) {
        return database.sql("select count(*)" + FOUND).param("area", AccountLists.below(area)).query(Long.class).single();
    }

    List<Unit> next(String area, int most) {
        return database.sql("select u.org_code, u.name, u.county_code" + FOUND + " order by u.org_code limit :most")
                .param("area", AccountLists.below(area)).param("most", most)
                .query((row, n) -> new Unit(row.getString("org_code"), row.getString("name"),
                        row.getString("county_code"))).list();
    }
}
