package org.zhibao.workflow;

import java.util.Optional;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.zhibao.filing.Stage;

/** The extension property {@code stage} of a process element: the position a filing shows while a token waits there. */
final class StageProperty {

    private static final String NAME = "stage";

    private StageProperty() {
    }

    static Optional<Stage> of(BaseElement element) {
        return Optional.ofNullable(element.getExtensionElements())
                .flatMap(e -> e.getElementsQuery().filterByType(CamundaProperties.class).list().stream().findFirst())
                .flatMap(p -> p.getCamundaProperties().stream().filter(x -> NAME.equals(x.getCamundaName()))
                        .findFirst())
                .map(p -> Stage.valueOf(p.getCamundaValue()));
    }

    /** The same, read while the engine parses the file. */
    static Optional<Stage> of(Element element) {
        return named(element, NAME).map(Stage::valueOf);
    }

    /** Any other extension property, read while the engine parses the file. */
    static Optional<String> named(Element element, String name) {
        return Optional.ofNullable(element.element("extensionElements"))
                .map(e -> e.element("properties"))
                .flatMap(e -> e.elements("property").stream().filter(p -> name.equals(p.attribute("name")))
                        .findFirst())
                .map(p -> p.attribute("value"));
    }
}
