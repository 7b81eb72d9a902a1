package org.zhibao.workshop.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import org.zhibao.account.Actor;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.Languages;
import org.zhibao.web.RefusalTexts;
import org.zhibao.workshop.DeploymentRecord.Way;
import org.zhibao.workshop.ModelKind;
import org.zhibao.workshop.ModelRefused;
import org.zhibao.workshop.ModelVersion;
import org.zhibao.workshop.Workshop;

/**
 * The two calls by which the desktop program Camunda Modeler deploys a file, and nothing else of the engine's interface.
 * The program has no field for a reason: what is typed as the name of the deployment is the reason.
 */
@RestController
@RequestMapping("/modeler-api")
class ModelerApi {

    /** What the program reads of an engine. */
    record Version(String version) {
    }

    /** What it reads of a deployed process. */
    record Definition(String id, String key, String name, int version, String deploymentId, String resource) {
    }

    /** What it reads of a deployment; without definitions if nothing was new. */
    record Deployment(String id, String name, String source, Instant deploymentTime, String tenantId,
                      Map<String, Definition> deployedProcessDefinitions,
                      Map<String, Definition> deployedDecisionDefinitions) {
    }

    /** What it reads of a refusal, and shows to the person. */
    record Refused(String type, String message) {
    }

    /** By this beginning the program tells that the file is at fault, not the connection. */
    private static final String NOT_THE_CONNECTION = "ENGINE-09005 Could not parse BPMN process. ";
    private static final String SOURCE = "Camunda Modeler";

    private final Workshop workshop;
    private final ProblemAnswers answers;
    private final RefusalTexts texts;

    ModelerApi(Workshop workshop, ProblemAnswers answers, RefusalTexts texts) {
        this.workshop = workshop;
        this.answers = answers;
        this.texts = texts;
    }

    /** Whether there is an engine, and which. */
    @GetMapping("/version")
    Version version(Actor actor) {
        return new Version(workshop.engineVersion(actor));
    }

    /** Deploys the one file sent, unless it is in force already. */
    @PostMapping("/deployment/create")
    ResponseEntity<Deployment> deploy(HttpServletRequest request,
                                      @RequestParam(name = "deployment-name", defaultValue = "") String name, Actor actor) {
        workshop.requireAdministrator(actor);
        MultipartFile sent = only(request);
        String file = Optional.ofNullable(sent.getOriginalFilename()).orElse("");
        byte[] content = bytes(sent);
        List<ModelVersion> same = workshop.already(file, content, actor);
        if (!same.isEmpty()) {
            return ResponseEntity.ok(deployment(same.get(0), name, false));
        }
        return ResponseEntity.ok(deployment(workshop.deploy(file, content, name, null, Way.MODELER, actor), name, true));
    }

    @ExceptionHandler
    ResponseEntity<Refused> refused(ModelRefused refusal) {
        return ResponseEntity.badRequest()
                .body(new Refused("ParseException", NOT_THE_CONNECTION + answers.told(refusal.problems())));
    }

    @ExceptionHandler
    ResponseEntity<Refused> refused(Refusal refusal) {
        String message = refusal.fields().isEmpty() ? both(refusal.text())
                : String.join("\n", refusal.fields().stream().map(f -> both(f.text())).toList());
        return ResponseEntity.status(RefusalTexts.status(refusal.kind()))
                .body(new Refused("RestException", NOT_THE_CONNECTION + message));
    }

    private String both(Refusal.Text text) {
        return texts.of(text, Languages.CHINESE) + " " + texts.of(text, Languages.ENGLISH);
    }

    private static MultipartFile only(HttpServletRequest request) {
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        MultiValueMap<String, MultipartFile> files = parts == null ? null : parts.getMultiFileMap();
        List<MultipartFile> all = files == null ? List.of() : files.values().stream().flatMap(List::stream).toList();
        if (all.size() != 1) {
            throw Refusal.field("data", "workshop.bad.one-file", all.size());
        }
        return all.get(0);
    }

    private static byte[] bytes(MultipartFile sent) {
        try {
            return sent.getBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Deployment deployment(ModelVersion version, String name, boolean fresh) {
        Map<String, Definition> definitions = Map.of(version.definition(), new Definition(version.definition(), version.key(),
                version.name(), version.version(), version.deployment(), version.file()));
        boolean process = version.kind() == ModelKind.PROCESS;
        return new Deployment(version.deployment(), name, SOURCE, version.at(), null,
                fresh && process ? definitions : null, fresh && !process ? definitions : null);
    }
}
