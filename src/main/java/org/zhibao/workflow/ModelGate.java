package org.zhibao.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.zhibao.refusal.Refusal.Text;
import org.zhibao.workshop.ModelProblem;
import org.zhibao.workshop.Workshop;

/**
 * The gate for what people deploy, whichever way it comes: what {@link ModelGuard} forbids, then whether the model is
 * whole, keeps its clocks, and still is the one that the rest of the platform relies on.
 */
@Component
class ModelGate {

    /** One kind of thing that may be wrong with a model that can be read at all. */
    interface Check {

        /** Everything of its kind that is wrong. */
        List<ModelProblem> problems(String file, byte[] content, Element root);
    }

    private final ModelGuard guard;
    private final List<Check> checks;
    private final EngineReading engine;

    ModelGate(ModelGuard guard, List<Check> checks, EngineReading engine) {
        this.guard = guard;
        this.checks = checks;
        this.engine = engine;
    }

    /** Everything the gate has to say about a file: what refuses it first. */
    List<ModelProblem> problems(String file, byte[] content) {
        if (content.length > Workshop.MOST_BYTES) {
            return List.of(Models.error(file, new Text("model.too-large", Workshop.MOST_BYTES / 1000)));
        }
        List<ModelProblem> foreign = guard.problems(file, content);
        Optional<Element> root = foreign.isEmpty() ? ModelReader.root(content) : Optional.empty();
        if (root.isEmpty()) {
            return foreign;
        }
        List<ModelProblem> found = new ArrayList<>();
        checks.forEach(check -> found.addAll(check.problems(file, content, root.get())));
        if (found.stream().noneMatch(ModelProblem::refuses)) {
            // what the engine says is English and about itself: only where we have nothing better to say
            found.addAll(engine.problems(file, content));
        }
        return found.stream().distinct().sorted(Comparator.comparing(ModelProblem::severity)).toList();
    }
}
