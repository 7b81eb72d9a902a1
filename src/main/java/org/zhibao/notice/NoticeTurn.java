package org.zhibao.notice;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets one transaction at a time, on all nodes, write notices for many: what it finds missing stays missing until it commits. */
@Component
class NoticeTurn {

    private final JdbcClient jdbc;

    NoticeTurn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for the turn and keeps it until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take() {
        jdbc.sql("select id from notice_turn where id = 1 for update").query(Integer.class).single();
    }
}
