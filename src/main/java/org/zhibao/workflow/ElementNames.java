package org.zhibao.workflow;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** What the elements of deployed models are called. */
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
            return event.getAttachedTo().getName() + " · " + name(event);
        }
        return found instanceof FlowElement flow ? name(flow) : element;
    }

    private static String name(FlowElement element) {
        return element.getName() == null || element.getName().isBlank() ? element.getId() : element.getName();
    }
}
