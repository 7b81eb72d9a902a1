package org.zhibao.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.zhibao.refusal.Refusal.Text;
import org.zhibao.workshop.ModelProblem;

/**
 * Reads a model before the engine does and says what in it could run foreign code: whatever {@link ModelVocabulary} does
 * not list, expressions outside of {@link ExpressionGrammar}, delegates that are not ours.
 */
@Component
class ModelGuard {

    private static final Pattern FOREIGN_FEEL = Pattern.compile("\\b(external|function)\\b");
    private static final Map<String, String> REASONS = Map.of("script", "model.script", "scriptTask", "model.script",
            "scriptFormat", "model.script", "class", "model.java-class", "connector", "model.connector");

    private final Delegates delegates;

    ModelGuard(Delegates delegates) {
        this.delegates = delegates;
    }

    /** Everything wrong with a file; empty if it may be deployed. */
    List<ModelProblem> problems(String resource, byte[] content) {
        Optional<ModelVocabulary> vocabulary = ModelVocabulary.ofFile(resource);
        if (vocabulary.isEmpty()) {
            return List.of(Models.error(resource, new Text("model.file-type")));
        }
        Optional<Element> root = ModelReader.root(content);
        if (root.isEmpty()) {
            return List.of(Models.error(resource, new Text(
                    ModelReader.declaresType(content) ? "model.entities" : "model.not-xml")));
        }
        List<ModelProblem> found = new ArrayList<>();
        new Walk(resource, vocabulary.get(), found).visit(root.get(), null);
        return List.copyOf(found);
    }

    private final class Walk {

        private final String resource;
        private final ModelVocabulary vocabulary;
        private final List<ModelProblem> found;

        private Walk(String resource, ModelVocabulary vocabulary, List<ModelProblem> found) {
            this.resource = resource;
            this.vocabulary = vocabulary;
            this.found = found;
        }

        private void visit(Element element, Element around) {
            Element id = element.getAttribute("id").isEmpty() ? around : element;
            if (!vocabulary.knows(element)) {
                add(id, reason(element.getLocalName(), "model.element"));
                return;
            }
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                attribute(element, (Attr) element.getAttributes().item(i), id);
            }
            text(Models.text(element), id);
            feel(element, id);
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element inner) {
                    visit(inner, id);
                }
            }
        }

        private void attribute(Element element, Attr attribute, Element id) {
            String name = attribute.getLocalName();
            if (!vocabulary.knows(element, attribute)) {
                add(id, reason(name, "model.attribute"));
            } else if ("delegateExpression".equals(name)) {
                Optional<String> bean = ExpressionGrammar.bareName(attribute.getValue());
                if (bean.filter(delegates::works).isEmpty()) {
                    add(id, new Text("model.delegate", attribute.getValue()));
                }
            } else {
                text(attribute.getValue(), id);
            }
        }

        private void text(String text, Element id) {
            ExpressionGrammar.offending(text).ifPresent(rest -> add(id, new Text("model.expression", rest)));
        }

        /** FEEL can define functions, and such that are methods of Java classes. */
        private void feel(Element element, Element id) {
            if (vocabulary == ModelVocabulary.DECISIONS && "text".equals(element.getLocalName())
                    && FOREIGN_FEEL.matcher(Models.text(element)).find()) {
                add(id, new Text("model.feel"));
            }
        }

        private void add(Element id, Text reason) {
            found.add(id == null ? Models.error(resource, reason) : Models.error(resource, id, reason));
        }
    }

    private static Text reason(String name, String otherwise) {
        return new Text(REASONS.getOrDefault(name, otherwise), name);
    }
}
