package org.zhibao.change;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.refusal.Refusal;

/** Which codes an open proposal is about; the database lets no two be about the same one. */
@Component
class ChangeHolds {

    private final JdbcClient jdbc;

    ChangeHolds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the codes of a proposal; refused if another one is about one of them. */
    void take(long change, ChangeFacts facts) {
        for (String code : facts.codes()) {
            jdbc.sql("select change_id from registry_change_hold where org_code = ?").param(code).query(Long.class)
                    .optional().ifPresent(other -> {
                        throw taken(facts, code, String.valueOf(other));
                    });
            try {
                jdbc.sql("insert into registry_change_hold (org_code, change_id) values (?, ?)").params(code, change)
                        .update();
            } catch (DuplicateKeyException faster) {
                throw taken(facts, code, "…");
            }
        }
    }

    void release(long change) {
        jdbc.sql("delete from registry_change_hold where change_id = ?").param(change).update();
    }

    private static Refusal taken(ChangeFacts facts, String code, String other) {
        return Refusal.field(code.equals(facts.orgCode()) ? "orgCode" : "newOrgCode", "change.pending", code, other);
    }
}
