package org.zhibao.workflow;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.workshop.ModelLibrary;
import org.zhibao.workshop.ModelProblem;
import org.zhibao.workshop.ModelVersion;

/** The models of the engine, for the workshop. */
@Component
class EngineModels implements ModelLibrary {

    /** As long as the engine's column. */
    private static final int LONGEST_NAME = 255;

    private final DeployedModels deployed;
    private final ShippedModels shipped;
    private final ModelGate gate;
    private final RepositoryService repository;
    private final EngineCalls engine;

    EngineModels(DeployedModels deployed, ShippedModels shipped, ModelGate gate, RepositoryService repository,
                 EngineCalls engine) {
        this.deployed = deployed;
        this.shipped = shipped;
        this.gate = gate;
        this.repository = repository;
        this.engine = engine;
    }

    @Override
    public List<ModelVersion> latest() {
        return deployed.latest();
    }

    @Override
    public List<ModelVersion> versions(String file) {
        return deployed.versions(file);
    }

    @Override
    public byte[] content(ModelVersion version) {
        return deployed.content(version);
    }

    @Override
    public Optional<byte[]> shipped(String file) {
        return Optional.ofNullable(shipped.files().get(file));
    }

    @Override
    public List<ModelProblem> problems(String file, byte[] content) {
        return gate.problems(file, content);
    }

    @Override
    public ModelVersion deploy(String file, byte[] content, String title, Actor actor) {
        AtomicReference<String> deployment = new AtomicReference<>();
        // the rights to act were checked by the feature; nobody has the engine's own
        engine.as(actor, () -> engine.trusted(() -> deployment.set(repository.createDeployment()
                .name(title.substring(0, Math.min(title.length(), LONGEST_NAME))).source(DeployedModels.BY_PEOPLE)
                .addInputStream(file, new ByteArrayInputStream(content)).deploy().getId())));
        return deployed.versions(file).stream().filter(v -> v.deployment().equals(deployment.get())).findFirst()
                .orElseThrow(() -> new IllegalStateException(file + " is not deployed"));
    }

    @Override
    public String engineVersion() {
        return RepositoryService.class.getPackage().getImplementationVersion();
    }
}
