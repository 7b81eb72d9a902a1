package org.zhibao.workshop.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.refusal.Refusal;
import org.zhibao.workshop.Deployed;
import org.zhibao.workshop.DeploymentRecord.Way;
import org.zhibao.workshop.ModelKind;
import org.zhibao.workshop.ModelVersion;
import org.zhibao.workshop.Workshop;

/** Processes and decision tables through the API. */
@RestController
@RequestMapping("/api/v1/models")
class ModelApi {

    /** A file to be checked. */
    record CheckBody(String xml) {
    }

    /**
     * A file to be deployed.
     *
     * @param baseVersion the version it was made from; 0 for a new file
     */
    record DeployBody(String xml, String reason, int baseVersion) {
    }

    /**
     * A version.
     *
     * @param shipped whether it came with the software
     * @param by      who deployed it; null if it came with the software
     * @param cases   running cases of this version
     */
    record Version(String file, ModelKind kind, String key, String name, int version, Instant at, boolean shipped, String by,
                   String reason, long cases) {
    }

    private final Workshop workshop;
    private final ProblemAnswers answers;

    ModelApi(Workshop workshop, ProblemAnswers answers) {
        this.workshop = workshop;
        this.answers = answers;
    }

    /** The version in force of every file. */
    @GetMapping
    List<Version> models(Actor actor) {
        return workshop.inForce(actor).stream().map(ModelApi::version).toList();
    }

    /** Every version of a file, the one in force first. */
    @GetMapping("/{file}")
    List<Version> versions(@PathVariable String file, Actor actor) {
        return workshop.history(file, actor).stream().map(ModelApi::version).toList();
    }

    /** Everything the gate has to say about a file; changes nothing. */
    @PostMapping("/{file}/check")
    List<ProblemAnswers.Problem> check(@PathVariable String file, @RequestBody CheckBody body, Actor actor, Locale locale) {
        workshop.requireAdministrator(actor);
        return answers.of(workshop.check(file, bytes(body.xml()), actor), locale);
    }

    /** Deploys a file through the gate. */
    @PostMapping("/{file}/versions")
    @ResponseStatus(HttpStatus.CREATED)
    Version deploy(@PathVariable String file, @RequestBody DeployBody body, Actor actor) {
        workshop.requireAdministrator(actor);
        ModelVersion deployed = workshop.deploy(file, bytes(body.xml()), body.reason(), body.baseVersion(), Way.WORKSHOP,
                actor);
        return new Version(file, deployed.kind(), deployed.key(), deployed.name(), deployed.version(), deployed.at(), false,
                actor.name(), body.reason().strip(), deployed.cases());
    }

    private static Version version(Deployed deployed) {
        ModelVersion v = deployed.version();
        return new Version(v.file(), v.kind(), v.key(), v.name(), v.version(), v.at(), v.shipped(),
                deployed.record() == null ? null : deployed.record().userName(),
                deployed.record() == null ? null : deployed.record().reason(), v.cases());
    }

    private static byte[] bytes(String xml) {
        if (xml == null) {
            throw Refusal.field("xml", "workshop.bad.xml");
        }
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
