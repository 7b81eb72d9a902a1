package org.zhibao.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.registry.UnitActs;
import org.zhibao.registry.UnitView;

/** What was proposed and decided about a unit, for its history in the registry; under its old code and its new one. */
@Component
class ChangeActs implements UnitActs {

    private static final String ACTS = "select c.*, l.action, l.user_name letter_by, l.at letter_at, l.reason letter_reason "
            + "from registry_change c join registry_change_letter l on l.change_id = c.id "
            + "where (c.org_code = :code or c.new_org_code = :code) and l.action <> 'ATTACH' order by l.id desc";

    private final JdbcClient jdbc;
    private final ChangeRights rights;

    ChangeActs(JdbcClient jdbc, ChangeRights rights) {
        this.jdbc = jdbc;
        this.rights = rights;
    }

    @Override
    public List<UnitView.Act> about(String orgCode, Actor actor) {
        return jdbc.sql(ACTS).param("code", orgCode).query((row, n) -> act(row, n, actor)).list();
    }

    private UnitView.Act act(ResultSet row, int number, Actor actor) throws SQLException {
        ChangeSummary change = ChangeList.summary(row, number);
        String why = row.getString("letter_reason").isEmpty() ? change.reason() : row.getString("letter_reason");
        return new UnitView.Act(row.getObject("letter_at", OffsetDateTime.class).toInstant(), row.getString("letter_by"),
                "REGISTRY_CHANGE_" + row.getString("action"), "change.kind." + change.kind(), before(change), after(change),
                change.from() + ": " + why, rights.sees(actor, change) ? "/registry-changes/" + change.id() : "");
    }

    private static String before(ChangeSummary change) {
        return switch (change.kind()) {
            case NEW, CLOSED -> "";
            case RENAMED -> change.unitName();
            case RECODED -> change.orgCode() + (change.newName().isEmpty() ? "" : " " + change.unitName());
        };
    }

    private static String after(ChangeSummary change) {
        return switch (change.kind()) {
            case NEW, CLOSED -> "";
            case RENAMED -> change.newName();
            case RECODED -> (change.newOrgCode() + " " + change.newName()).strip();
        };
    }
}
