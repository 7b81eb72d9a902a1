package org.zhibao.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;

/** Reviewers leafing through their worklists, with varied filters and pages; the same ones each time. */
final class Worklist {

    private static final List<String> FILTERS = List.of("", "", "&status=NOT_STARTED", "&status=DRAFTING",
            "&overdue=true", "&text=%E9%95%BF%E6%B2%99", "&text=1838");
    private static final int PAGES_DEEP = 4;

    private final String period;
    private final List<Session> readers;
    private final Random random = new Random(1);
    private final Latencies portal = new Latencies();
    private final Latencies api = new Latencies();
    private final Latencies counts = new Latencies();

    Worklist(String period, List<Session> readers) {
        this.period = period;
        this.readers = readers;
    }

    /** Opens at least so many pages, in the portal and through the API. */
    void leaf(int pages) throws Exception {
        while (portal.count() < pages) {
            Session reader = readers.get(random.nextInt(readers.size()));
            String query = "?period=" + period + FILTERS.get(random.nextInt(FILTERS.size()));
            counts.measure(() -> reader.get("/api/v1/counts?period=" + period));
            leaf(reader, query);
        }
    }

    private void leaf(Session reader, String query) throws Exception {
        String after = "";
        for (int page = 0; page < PAGES_DEEP && after != null; page++) {
            String here = query + (after.isEmpty() ? "" : "&after=" + after);
            portal.measure(() -> reader.get("/" + here));
            JsonNode[] read = new JsonNode[1];
            api.measure(() -> read[0] = reader.read("/api/v1/filings" + here + "&size=50"));
            after = read[0].path("next").asText(null);
        }
    }

    void report(String database, Results results) {
        results.add(database, "worklist page of 50 in the portal", "under 100 ms", portal);
        results.add(database, "worklist page of 50 through the API", "under 100 ms", api);
        results.add(database, "counts by status", "", counts);
    }
}
