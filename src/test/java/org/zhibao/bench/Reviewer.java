package org.zhibao.bench;

import java.io.IOException;
import java.util.Map;

/** A reviewer of a city or of the province, with the task forms and the decisions. */
record Reviewer(Session session) {

    void openForm(long filing) throws IOException, InterruptedException {
        session.get("/forms/review/" + filing);
    }

    /** Claims a report and lets its first revision pass. */
    void pass(long filing, String action) throws IOException, InterruptedException {
        session.post("/api/v1/filings/" + filing + "/claim", Map.of());
        session.post("/api/v1/filings/" + filing + "/decision", Map.of("action", action, "revision", 1));
    }
}
