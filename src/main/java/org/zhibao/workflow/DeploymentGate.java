package org.zhibao.workflow;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhibao.web.Languages;
import org.zhibao.web.RefusalTexts;
import org.zhibao.workshop.ModelProblem;

/**
 * Stands before the engine's own parser, whichever way a model comes in, and again whenever the engine reads a stored one:
 * what {@link ModelGuard} objects to is refused as a whole, with element and reason. What people deploy passes
 * {@link ModelGate} before, which knows more.
 */
@Component
class DeploymentGate implements Deployer {

    private static final int MOST_TOLD = 5;

    private final ModelGuard models;
    /** Looked up late: the engine is built before the web. */
    private final ObjectProvider<RefusalTexts> texts;

    DeploymentGate(ModelGuard models, ObjectProvider<RefusalTexts> texts) {
        this.models = models;
        this.texts = texts;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        List<ModelProblem> problems = deployment.getResources().values().stream()
                .flatMap(resource -> models.problems(resource.getName(), resource.getBytes()).stream()).toList();
        if (!problems.isEmpty()) {
            throw new BadUserRequestException(problems.stream().limit(MOST_TOLD).map(this::told)
                    .collect(Collectors.joining("\n")));
        }
    }

    private String told(ModelProblem problem) {
        String place = problem.resource() + (problem.element().isEmpty() ? "" : " [" + problem.element() + "] ");
        return place + in(problem, Languages.CHINESE) + " " + in(problem, Languages.ENGLISH);
    }

    private String in(ModelProblem problem, Locale language) {
        return texts.getObject().of(problem.reason(), language);
    }
}
