package org.zhibao.workflow;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.transform.DmnTransformException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.zhibao.refusal.Refusal.Text;
import org.zhibao.workshop.ModelKind;
import org.zhibao.workshop.ModelProblem;
import org.zhibao.workshop.ModelProblem.Severity;

/** Has the engine read a model as it would for a deployment, and deploys nothing. */
@Component
class EngineReading {

    private final ProcessEngineConfigurationImpl configuration;

    EngineReading(@Lazy ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    List<ModelProblem> problems(String file, byte[] content) {
        try {
            configuration.getCommandExecutorTxRequired().execute(context -> {
                if (DeployedModels.kind(file) == ModelKind.PROCESS) {
                    parser().createParse().name(file)
                            .sourceInputStream(new ByteArrayInputStream(content)).deployment(new DeploymentEntity())
                            .execute();
                } else {
                    configuration.getDmnEngine().parseDecisions(new ByteArrayInputStream(content));
                }
                return null;
            });
            return List.of();
        } catch (ParseException refused) {
            List<ModelProblem> found = new ArrayList<>();
            refused.getResorceReports().forEach(report -> report.getErrors()
                    .forEach(problem -> found.add(told(file, problem))));
            return found;
        } catch (DmnTransformException | IllegalArgumentException refused) {
            return List.of(Models.error(file, new Text("model.engine", String.valueOf(refused.getMessage()))));
        }
    }

    private BpmnParser parser() {
        return configuration.getDeployers().stream().filter(BpmnDeployer.class::isInstance).map(BpmnDeployer.class::cast)
                .findFirst().orElseThrow().getBpmnParser();
    }

    private static ModelProblem told(String file, Problem problem) {
        String element = problem.getMainElementId() == null ? "" : problem.getMainElementId();
        return new ModelProblem(file, element, "", Severity.ERROR,
                new Text("model.engine", String.valueOf(problem.getMessage())));
    }
}
