package org.zhibao.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An enterprise at its report of the current quarter: it writes what it reported a year ago. */
final class Report {

    private final Session unit;
    private final JsonNode filing;
    private final ObjectNode document;
    private int version;

    private Report(Session unit, JsonNode filing, ObjectNode document) {
        this.unit = unit;
        this.filing = filing;
        this.document = document;
    }

    /** Signs the unit in and takes its figures from its accepted report. */
    static Report of(Platform platform, String orgCode, String period, String lastYear)
            throws IOException, InterruptedException {
        Session unit = Session.signIn(platform, orgCode);
        JsonNode filing = unit.read("/api/v1/filings?period=" + period).at("/filings/0");
        long old = unit.read("/api/v1/filings?period=" + lastYear).at("/filings/0/id").asLong();
        ObjectNode document = (ObjectNode) unit.read("/api/v1/filings/" + old + "/revisions/1").get("document");
        return new Report(unit, filing, document);
    }

    /** Signs in some units that have a history. */
    static List<Report> some(int number, Platform platform, Session admin, String period) throws Exception {
        String lastYear = (Integer.parseInt(period.substring(0, 4)) - 1) + period.substring(4);
        JsonNode page = admin.read("/api/v1/filings?size=" + number + "&period=" + lastYear);
        List<String> codes = new ArrayList<>();
        page.get("filings").forEach(f -> codes.add(f.get("orgCode").asText()));
        return Clients.work(2, codes, code -> of(platform, code, period, lastYear));
    }

    long id() {
        return filing.get("id").asLong();
    }

    String orgCode() {
        return filing.get("orgCode").asText();
    }

    String city() {
        return filing.get("cityCode").asText();
    }

    void save() throws IOException, InterruptedException {
        version = unit.put(path("/draft"), Map.of("version", version, "document", document)).get("version").asInt();
    }

    JsonNode check() throws IOException, InterruptedException {
        return unit.post(path("/check"), Map.of());
    }

    /** Explains whatever the check wants explained. */
    void explain() throws IOException, InterruptedException {
        ObjectNode explanations = JsonNodeFactory.instance.objectNode();
        check().get("findings").forEach(f -> explanations.put(f.get("fingerprint").asText(),
                "生产负荷与上年同期相同，%s %s 比的是检修季度".formatted(f.get("rule").asText(), f.get("target").asText())));
        document.set("explanations", explanations);
    }

    /** @throws IOException also if the report is sent back */
    void submit() throws IOException, InterruptedException {
        unit.write("POST", path("/submission"), Map.of("version", version),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    void openForm() throws IOException, InterruptedException {
        unit.get("/forms/fill-in/" + id());
    }

    private String path(String action) {
        return "/api/v1/filings/" + id() + action;
    }
}
