package org.zhibao.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.zhibao.refusal.Refusal.Text;
import org.zhibao.workshop.ModelProblem;

/** Whether a process still is the one that {@link ModelContract} says the platform relies on. */
@Component
class KeptContract implements ModelGate.Check {

    @Override
    public List<ModelProblem> problems(String file, byte[] content, Element root) {
        return Models.children(root, "process").stream().flatMap(process -> ModelContract.of(Models.id(process)).stream()
                .flatMap(contract -> new Held(file, root, process, contract).problems().stream())).toList();
    }

    private record Held(String file, Element root, Element process, ModelContract contract) {

        List<ModelProblem> problems() {
            List<ModelProblem> found = new ArrayList<>();
            missing(found, contract.elements(), Models.all(process).map(Models::id).collect(Collectors.toSet()),
                    "model.missing-element");
            missing(found, contract.messages(), caught(Models.all(process)), "model.missing-message");
            missing(found, contract.delegates(), named("delegateExpression"), "model.missing-delegate");
            missing(found, contract.read(), ModelNames.read(process), "model.missing-variable");
            missing(found, contract.states().keySet(), Models.all(process).map(this::state).flatMap(Optional::stream)
                    .collect(Collectors.toSet()), "model.missing-state");
            Models.all(process).forEach(element -> element(found, element));
            return found;
        }

        private void missing(List<ModelProblem> found, Set<String> wanted, Set<String> there, String key) {
            Set<String> gone = new TreeSet<>(wanted);
            gone.removeAll(there);
            gone.forEach(each -> found.add(Models.error(file, process, new Text(key, each,
                    "model.missing-state".equals(key) ? contract.property() : contract.process()))));
        }

        private void element(List<ModelProblem> found, Element element) {
            Optional<String> state = state(element);
            state.filter(s -> !contract.states().containsKey(s)).ifPresent(s -> found.add(Models.error(file, element,
                    new Text("model.unknown-state", s, String.join("、", new TreeSet<>(contract.states().keySet()))))));
            ModelNames.readIn(element).stream().filter(name -> !contract.variables().contains(name)).forEach(name ->
                    found.add(Models.error(file, owner(element), new Text("model.unknown-variable", name,
                            String.join("、", new TreeSet<>(contract.variables()))))));
            if (Models.is(element, "userTask")) {
                userTask(found, element, state);
            }
        }

        private void userTask(List<ModelProblem> found, Element task, Optional<String> state) {
            if (!contract.forms().contains(Models.camunda(task, "formKey"))) {
                found.add(Models.error(file, task, new Text("model.form",
                        String.join("、", new TreeSet<>(contract.forms())))));
            }
            String due = state.map(contract.states()::get).orElse("");
            if (due == null || due.isEmpty()) {
                found.add(Models.error(file, task, new Text("model.no-state", contract.property(), String.join("、",
                        new TreeSet<>(contract.states().keySet())))));
                return;
            }
            if (ExpressionGrammar.bareName(Models.camunda(task, "dueDate")).filter(name -> !name.equals(due)).isPresent()) {
                found.add(Models.error(file, task, new Text("model.other-due", "${" + due + "}")));
            }
            Set<String> taken = caught(attached(task));
            contract.messagesAt().getOrDefault(state.get(), Set.of()).stream().filter(m -> !taken.contains(m))
                    .forEach(m -> found.add(Models.error(file, task, new Text("model.no-message-at", m))));
            attached(task).filter(e -> Models.defines(e, "timerEventDefinition")).filter(timer -> !marksOverdue(timer))
                    .forEach(timer -> found.add(Models.error(file, timer,
                            new Text("model.timer-target", "${" + contract.overdue() + "}"))));
        }

        private boolean marksOverdue(Element timer) {
            Set<String> targets = Models.all(process, "sequenceFlow")
                    .filter(f -> f.getAttribute("sourceRef").equals(Models.id(timer))).map(f -> f.getAttribute("targetRef"))
                    .collect(Collectors.toSet());
            return Models.all(process, "endEvent").filter(e -> targets.contains(Models.id(e))).flatMap(Models::all)
                    .anyMatch(e -> Models.camunda(e, "delegateExpression").equals("${" + contract.overdue() + "}"));
        }

        private Stream<Element> attached(Element task) {
            return Models.all(process, "boundaryEvent")
                    .filter(e -> e.getAttribute("attachedToRef").equals(Models.id(task)));
        }

        private Set<String> caught(Stream<Element> events) {
            Set<String> references = events.flatMap(e -> Models.children(e, "messageEventDefinition").stream())
                    .map(e -> e.getAttribute("messageRef")).collect(Collectors.toSet());
            return Models.children(root, "message").stream().filter(m -> references.contains(Models.id(m)))
                    .map(Models::name).collect(Collectors.toSet());
        }

        private Set<String> named(String attribute) {
            return Models.all(process).map(e -> ExpressionGrammar.bareName(Models.camunda(e, attribute)))
                    .flatMap(Optional::stream).collect(Collectors.toSet());
        }

        private Optional<String> state(Element element) {
            return contract.property().isEmpty() ? Optional.empty() : Models.property(element, contract.property());
        }

        /** The nearest element with an id. */
        private Element owner(Element element) {
            Element owner = element;
            while (Models.id(owner).isEmpty() && owner.getParentNode() instanceof Element parent) {
                owner = parent;
            }
            return owner;
        }
    }
}
