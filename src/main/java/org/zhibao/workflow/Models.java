package org.zhibao.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.zhibao.refusal.Refusal.Text;
import org.zhibao.workshop.ModelProblem;
import org.zhibao.workshop.ModelProblem.Severity;

/** Reading a model that somebody sent, before the engine does: elements by their local names. */
final class Models {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private Models() {
    }

    static ModelProblem error(String resource, Text reason) {
        return new ModelProblem(resource, "", "", Severity.ERROR, reason);
    }

    static ModelProblem error(String resource, Element element, Text reason) {
        return new ModelProblem(resource, id(element), name(element), Severity.ERROR, reason);
    }

    static ModelProblem warning(String resource, Element element, Text reason) {
        return new ModelProblem(resource, id(element), name(element), Severity.WARNING, reason);
    }

    static String id(Element element) {
        return element.getAttribute("id");
    }

    static String name(Element element) {
        return element.getAttribute("name").isEmpty() ? element.getAttribute("label") : element.getAttribute("name");
    }

    static boolean is(Element element, String... names) {
        return Set.of(names).contains(element.getLocalName());
    }

    static String camunda(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA, attribute);
    }

    /** The elements directly inside. */
    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String... names) {
        return children(parent).stream().filter(child -> is(child, names)).toList();
    }

    /** The element itself and everything inside. */
    static Stream<Element> all(Element root) {
        return Stream.concat(Stream.of(root), children(root).stream().flatMap(Models::all));
    }

    static Stream<Element> all(Element root, String... names) {
        return all(root).filter(element -> is(element, names));
    }

    /** The text directly inside. */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString();
    }

    /** The value of an extension property. */
    static Optional<String> property(Element element, String name) {
        return children(element, "extensionElements").stream().flatMap(e -> children(e, "properties").stream())
                .flatMap(e -> children(e, "property").stream()).filter(p -> name.equals(p.getAttribute("name")))
                .map(p -> p.getAttribute("value")).findFirst();
    }

    /** Whether it defines an event of this kind, such as {@code timerEventDefinition}. */
    static boolean defines(Element event, String definition) {
        return !children(event, definition).isEmpty();
    }
}
