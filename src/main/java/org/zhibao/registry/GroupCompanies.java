package org.zhibao.registry;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 集团公司: which units are subsidiaries of which group company (W38). */
@Component
public class GroupCompanies {

    /** For a {@code where} clause: the organisation codes of the subsidiaries of the group company {@code :own}. */
    public static final String UNITS = "(select g.org_code from reporting_unit g where g.group_code = :own)";

    private final JdbcClient database;

    GroupCompanies(JdbcClient database) {
        this.database = database;
    }

    /** Whether a unit is a subsidiary of a group company. */
    @Transactional(readOnly = true)
    public boolean holds(String groupCode, String orgCode) {
        return groupCode != null && database.sql("select count(*) from reporting_unit where org_code = :unit "
                        + "and group_code = :group").param("unit", orgCode).param("group", groupCode)
                .query(Long.class).single() > 0;
    }

    /** Notes units as subsidiaries of a group company, given by its own organisation code. */
    @Transactional
    public void join(String groupCode, Collection<String> orgCodes) {
        database.sql("update reporting_unit set group_code = :group where org_code in (:units)")
                .param("group", groupCode).param("units", orgCodes).update();
    }
}
