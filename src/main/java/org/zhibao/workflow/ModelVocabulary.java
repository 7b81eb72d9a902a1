package org.zhibao.workflow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * The elements and attributes a model may be made of. A list of what is allowed, not of what is forbidden: the engine has
 * many ways to name code, and two names for its own namespace.
 */
enum ModelVocabulary {

    /** BPMN. */
    PROCESSES(Set.of("http://www.omg.org/spec/BPMN/20100524/MODEL"), "http://camunda.org/schema/1.0/bpmn",
            Set.of("definitions", "process", "documentation", "extensionElements", "incoming", "outgoing",
                    "collaboration", "participant", "laneSet", "lane", "flowNodeRef", "sequenceFlow",
                    "conditionExpression", "subProcess", "startEvent", "endEvent", "boundaryEvent",
                    "intermediateCatchEvent", "intermediateThrowEvent", "timerEventDefinition", "timeDate",
                    "timeDuration", "timeCycle", "messageEventDefinition", "message", "signalEventDefinition", "signal",
                    "errorEventDefinition", "error", "escalationEventDefinition", "escalation",
                    "terminateEventDefinition", "linkEventDefinition", "task", "manualTask", "userTask", "serviceTask",
                    "sendTask", "receiveTask", "businessRuleTask", "callActivity", "exclusiveGateway",
                    "inclusiveGateway", "parallelGateway", "eventBasedGateway", "multiInstanceLoopCharacteristics",
                    "loopCardinality", "completionCondition", "textAnnotation", "association", "group", "category",
                    "categoryValue"),
            Map.of("properties", Set.of("id"), "property", Set.of("id", "name", "value"),
                    "failedJobRetryTimeCycle", Set.of(), "in", Set.of("source", "target", "variables", "local"),
                    "out", Set.of("source", "target", "variables", "local"),
                    "executionListener", Set.of("event", "delegateExpression"),
                    "taskListener", Set.of("id", "event", "delegateExpression")),
            Set.of("asyncBefore", "asyncAfter", "exclusive", "jobPriority", "assignee", "candidateUsers",
                    "candidateGroups", "dueDate", "followUpDate", "priority", "formKey", "delegateExpression",
                    "expression", "resultVariable", "historyTimeToLive", "versionTag", "isStartableInTasklist",
                    "initiator", "collection", "elementVariable", "decisionRef", "decisionRefBinding",
                    "decisionRefVersion", "mapDecisionResult", "calledElementBinding", "calledElementVersion")),

    /** DMN. */
    DECISIONS(Set.of("https://www.omg.org/spec/DMN/20191111/MODEL/", "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd"), "http://camunda.org/schema/1.0/dmn",
            Set.of("definitions", "decision", "description", "extensionElements", "decisionTable", "input",
                    "inputExpression", "inputValues", "text", "output", "outputValues", "defaultOutputEntry", "rule",
                    "inputEntry", "outputEntry", "annotation", "annotationEntry", "informationRequirement",
                    "requiredDecision", "requiredInput", "inputData", "variable", "literalExpression"),
            Map.of(), Set.of("historyTimeToLive", "versionTag", "inputVariable", "diagramRelationId"));

    /** How models are drawn; the engine reads coordinates there, nothing else. */
    private static final Set<String> DRAWING = Set.of("http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DI", "http://www.omg.org/spec/DD/20100524/DC",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/", "http://www.omg.org/spec/DMN/20180521/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DI/", "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0", "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://bpmn.io/schema/dmn/biodi/2.0");
    private static final Set<String> HARMLESS = Set.of(XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
            XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "http://camunda.org/schema/modeler/1.0");
    /** What would have texts read in another language; FEEL is the one that cannot reach code. */
    private static final Set<String> LANGUAGES =
            Set.of("language", "scriptFormat", "expressionLanguage", "typeLanguage", "importType", "implementation");
    private static final Set<String> FEEL = Set.of("feel", "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "http://www.omg.org/spec/DMN/20180521/FEEL/", "http://www.omg.org/spec/FEEL/20140401");

    private final Set<String> namespaces;
    private final String engine;
    private final Set<String> elements;
    private final Map<String, Set<String>> engineElements;
    private final Set<String> engineAttributes;

    ModelVocabulary(Set<String> namespaces, String engine, Set<String> elements,
                    Map<String, Set<String>> engineElements, Set<String> engineAttributes) {
        this.namespaces = namespaces;
        this.engine = engine;
        this.elements = elements;
        this.engineElements = engineElements;
        this.engineAttributes = engineAttributes;
    }

    /** By the name of the file, as the engine finds out too; nothing else is deployed. */
    static Optional<ModelVocabulary> ofFile(String name) {
        if (name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml")) {
            return Optional.of(PROCESSES);
        }
        return name.endsWith(".dmn") || name.endsWith(".dmn11.xml") ? Optional.of(DECISIONS) : Optional.empty();
    }

    boolean knows(Element element) {
        String namespace = element.getNamespaceURI();
        return DRAWING.contains(namespace) || namespaces.contains(namespace) && elements.contains(element.getLocalName())
                || engine.equals(namespace) && engineElements.containsKey(element.getLocalName());
    }

    boolean knows(Element element, Attr attribute) {
        String namespace = attribute.getNamespaceURI();
        String name = attribute.getLocalName();
        if (namespace == null) {
            return engine.equals(element.getNamespaceURI())
                    ? engineElements.get(element.getLocalName()).contains(name)
                    : !LANGUAGES.contains(name) || this == DECISIONS && FEEL.contains(attribute.getValue());
        }
        return HARMLESS.contains(namespace) || DRAWING.contains(namespace)
                || engine.equals(namespace) && !engine.equals(element.getNamespaceURI())
                && engineAttributes.contains(name);
    }
}
