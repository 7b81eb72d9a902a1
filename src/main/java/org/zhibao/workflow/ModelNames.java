package org.zhibao.workflow;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** The process variables that the expressions of a model read; the expressions are such as {@link ExpressionGrammar} allows. */
final class ModelNames {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)?");
    private static final Set<String> WORDS = Set.of("and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge", "empty", "true",
            "false", "null", "deadlineClock.daily");

    private ModelNames() {
    }

    /** Those read anywhere inside. */
    static Set<String> read(Element root) {
        return Models.all(root).flatMap(element -> readIn(element).stream()).collect(Collectors.toSet());
    }

    /** Those read by the element's own attributes and text. */
    static Set<String> readIn(Element element) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!"delegateExpression".equals(attribute.getLocalName())) {
                add(names, attribute.getValue());
            }
        }
        add(names, Models.text(element));
        return names;
    }

    private static void add(Set<String> names, String text) {
        Matcher expression = EXPRESSION.matcher(text);
        while (expression.find()) {
            NAME.matcher(LITERAL.matcher(expression.group(1)).replaceAll(" ")).results().map(r -> r.group())
                    .filter(name -> !WORDS.contains(name)).forEach(names::add);
        }
    }
}
