package org.zhibao.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Footprint;
import org.zhibao.testing.Scenario;

/** Every role tries every action at every stage: what a filing says the caller may do is what the API then accepts. */
@ApplicationTest
class RightsIT {

    /** A place in the process, claimed by its reviewer or not. */
    record Position(Stage stage, boolean claimed) {
    }

    private static final Set<Stage> CLAIMABLE = EnumSet.of(Stage.CITY_REVIEW, Stage.PROVINCE_REVIEW,
            Stage.CITY_FEEDBACK, Stage.PROVINCE_FEEDBACK);

    @Autowired
    private Scenario scenario;
    @Autowired
    private FilingActions actions;
    @Autowired
    private FilingDrafts drafts;
    @Autowired
    private Footprint footprint;
    @Autowired
    private HttpApi api;

    private final Map<String, HttpApi.Caller> browsers = new HashMap<>();

    static List<Position> positions() {
        List<Position> positions = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            positions.add(new Position(stage, false));
            if (CLAIMABLE.contains(stage)) {
                positions.add(new Position(stage, true));
            }
        }
        return positions;
    }

    @ParameterizedTest
    @MethodSource("positions")
    void whatTheCallerMayDoIsWhatTheApiAccepts(Position position) {
        FilingSummary filing = at(position);
        for (String user : users(filing)) {
            EnumSet<FilingAction> allowed = allowed(filing, user);
            EnumSet<FilingAction> refused = EnumSet.complementOf(allowed);
            // declared at an address of its own
            allowed.remove(FilingAction.SUSPEND);
            refused.remove(FilingAction.SUSPEND);
            List<String> before = footprint.of(filing);
            for (FilingAction action : refused) {
                Answer answer = attempt(filing, action, user);
                // nothing but who and when is wrong with the request
                assertThat(answer.status()).as("%s of %s at %s: %s", action, user, position, answer.text())
                        .isIn(403, 409);
                assertThat(answer.detail()).isNotEmpty();
            }
            assertThat(footprint.of(filing)).as("refusals to %s at %s", user, position).isEqualTo(before);
            for (FilingAction action : allowed) {
                FilingSummary fresh = at(position);
                if (action == FilingAction.SUBMIT) {
                    scenario.save(fresh, scenario.report(fresh));
                }
                String same = user.equals(filing.orgCode()) ? fresh.orgCode()
                        : user.equals("city" + filing.cityCode()) ? "city" + fresh.cityCode() : user;
                Answer answer = attempt(fresh, action, same);
                assertThat(answer.status()).as("%s of %s at %s: %s", action, same, position, answer.text())
                        .isIn(200, 201);
            }
        }
    }

    private FilingSummary at(Position position) {
        FilingSummary filing = scenario.at(position.stage());
        if (position.claimed()) {
            actions.claim(filing.id(), position.stage() == Stage.CITY_REVIEW || position.stage() == Stage.CITY_FEEDBACK
                    ? scenario.city(filing) : scenario.province());
        }
        return scenario.now(filing);
    }

    private static List<String> users(FilingSummary filing) {
        String neighbour = filing.cityCode().equals("430300") ? "city430400" : "city430300";
        return List.of(filing.orgCode(), "183810013", "county430102", "city" + filing.cityCode(), neighbour, "province",
                "province2", "admin", "auditor", "security", "support", "group01");
    }

    /** What the filing says; every other action says why not and, where somebody can act, who. */
    private EnumSet<FilingAction> allowed(FilingSummary filing, String user) {
        EnumSet<FilingAction> allowed = EnumSet.noneOf(FilingAction.class);
        Answer seen = browser(user).get("/api/v1/filings/" + filing.id());
        if (seen.status() == 403) {
            return allowed;
        }
        for (JsonNode action : seen.json().path("actions")) {
            if (action.path("allowed").asBoolean()) {
                allowed.add(FilingAction.valueOf(action.path("action").asText()));
            } else {
                assertThat(action.path("why").asText()).as(action.toString()).isNotEmpty();
                assertThat(action.path("actsNext").asText().isEmpty()).as(action.toString())
                        .isEqualTo(Stream.of(Stage.ARCHIVED, Stage.SUSPENDED).anyMatch(filing.stage()::equals));
            }
        }
        return allowed;
    }

    private Answer attempt(FilingSummary filing, FilingAction action, String user) {
        HttpApi.Caller caller = browser(user);
        String path = "/api/v1/filings/" + filing.id();
        return switch (action) {
            case SAVE -> caller.put(path + "/draft", Map.of("version", version(filing), "document",
                    scenario.report(filing)));
            case SUBMIT -> caller.with("Idempotency-Key", UUID.randomUUID().toString()).post(path + "/submission",
                    Map.of("version", version(filing)));
            case CLAIM -> caller.post(path + "/claim", null);
            case RELEASE -> caller.delete(path + "/claim");
            case WITHDRAW -> caller.post(path + "/withdrawal", Map.of("reason", "填写有误"));
            default -> caller.post(path + "/decision",
                    Map.of("action", action, "reason", "请核实", "workingDays", 5));
        };
    }

    private int version(FilingSummary filing) {
        return drafts.read(filing.id(), scenario.unit(filing)).version();
    }

    private HttpApi.Caller browser(String user) {
        return browsers.computeIfAbsent(user, u -> api.browser(u).withToken());
    }
}
