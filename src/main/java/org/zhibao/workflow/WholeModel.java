package org.zhibao.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.zhibao.refusal.Refusal.Text;
import org.zhibao.workshop.ModelKind;
import org.zhibao.workshop.ModelProblem;

/** Whether a file is one model: ids once, one process that can run, a time to live, the file it always was. */
@Component
class WholeModel implements ModelGate.Check {

    private final DeployedModels deployed;

    WholeModel(DeployedModels deployed) {
        this.deployed = deployed;
    }

    @Override
    public List<ModelProblem> problems(String file, byte[] content, Element root) {
        List<ModelProblem> found = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Models.all(root).filter(e -> e.hasAttribute("id") && !ids.add(Models.id(e)))
                .forEach(e -> found.add(Models.error(file, e, new Text("model.duplicate-id", Models.id(e)))));
        boolean process = DeployedModels.kind(file) == ModelKind.PROCESS;
        List<Element> subjects = Models.children(root, process ? "process" : "decision");
        if (subjects.isEmpty() || process && subjects.size() > 1) {
            found.add(Models.error(file, new Text(process ? "model.one-process" : "model.no-decision", subjects.size())));
        }
        for (Element subject : subjects) {
            if (process && !"true".equals(subject.getAttribute("isExecutable"))) {
                found.add(Models.error(file, subject, new Text("model.not-executable")));
            }
            if (timeToLive(subject).isEmpty()) {
                found.add(Models.error(file, subject, new Text("model.time-to-live")));
            }
            owner(Models.id(subject), process).filter(other -> !other.equals(file)).ifPresent(other ->
                    found.add(Models.error(file, subject, new Text("model.key-taken", Models.id(subject), other))));
        }
        if (!subjects.isEmpty()) {
            deployed.versions(file).stream().findFirst()
                    .filter(v -> subjects.stream().noneMatch(s -> v.key().equals(Models.id(s))))
                    .ifPresent(v -> found.add(Models.error(file, subjects.get(0),
                            new Text("model.other-key", file, v.key()))));
        }
        return found;
    }

    private static String timeToLive(Element subject) {
        String ours = Models.camunda(subject, "historyTimeToLive");
        return ours.isEmpty() ? subject.getAttributeNS("http://camunda.org/schema/1.0/dmn", "historyTimeToLive") : ours;
    }

    private Optional<String> owner(String key, boolean process) {
        return process ? deployed.fileOfProcess(key) : deployed.fileOfDecision(key);
    }
}
