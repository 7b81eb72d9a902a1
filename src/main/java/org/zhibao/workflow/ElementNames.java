package org.zhibao.workflow;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** What people call the elements of deployed models. */
@Component
class ElementNames {

    private final RepositoryService repository;

    ElementNames(RepositoryService repository) {
        this.repository = repository;
    }

    /** The name; of an event at a task's boundary with that of the task before it; the id if it has none. */
    String of(String definition, String element) {
        ModelElementInstance found = definition == null || element == null ? null
                : repository.getBpmnModelInstance(definition).getModelElementById(element);
        if (found instanceof BoundaryEvent event && event.getAttachedTo() != null) {
            return name(event.getAttachedTo()) + " · " + name(event);
        }
        return found instanceof FlowElement flow ? name(flow) : element;
    }

    /** In one line; the id if it has none. */
    static String name(FlowElement element) {
        String name = element.getName();
        return name == null || name.isBlank() ? element.getId() : name.replaceAll("\\s+", " ");
    }
}
