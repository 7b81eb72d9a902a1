package org.zhibao.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhibao.account.Role;

/**
 * Which calls of the engine's own web API a role needs. People of the tasks need few, all known; administrators and
 * auditors have Cockpit, where the engine's authorizations decide. Nobody's query may carry an expression: the engine
 * would evaluate it.
 */
final class WebappCalls {

    private static final String ENGINE = "/camunda/api/engine/engine/[^/]+";

    private static final List<Pattern> TASKLIST = List.of(
            Pattern.compile("GET /camunda/api/(tasklist|admin|cockpit)/plugin/.*"),
            Pattern.compile("GET /camunda/api/admin/auth/user/[^/]+"),
            Pattern.compile("POST /camunda/api/admin/auth/user/[^/]+/logout"),
            Pattern.compile("GET " + ENGINE + "/user/[^/]+/profile"),
            Pattern.compile("(GET|OPTIONS) " + ENGINE + "/filter(/count)?"),
            Pattern.compile("POST " + ENGINE + "/filter/[0-9a-zA-Z-]+/(list|count)"),
            Pattern.compile("GET " + ENGINE + "/task/[0-9a-zA-Z-]+(/form|/comment|/identity-links)?"),
            Pattern.compile("GET " + ENGINE + "/process-definition/[^/]+(/xml)?"),
            Pattern.compile("GET " + ENGINE + "/history/user-operation(/count)?"));

    private static final Set<String> LIST_KEYS = Set.of("processVariables", "taskVariables", "caseInstanceVariables",
            "firstResult", "maxResults", "sorting", "active");

    private static final Set<Role> TASK_PEOPLE = Set.of(Role.ENTERPRISE, Role.CITY, Role.PROVINCE);

    private static final ObjectMapper JSON = new ObjectMapper();

    private WebappCalls() {
    }

    static boolean allowed(Role role, BufferedRequest request) {
        if (carriesExpression(request)) {
            return false;
        }
        if (role == Role.ADMIN || role == Role.AUDITOR) {
            return true;
        }
        return TASK_PEOPLE.contains(role) && listed(request) && plainList(request);
    }

    private static boolean listed(BufferedRequest request) {
        String call = request.getMethod() + " " + request.getRequestURI();
        return TASKLIST.stream().anyMatch(p -> p.matcher(call).matches());
    }

    /** A task list is asked for by page and order only; the filter itself is ours. */
    private static boolean plainList(BufferedRequest request) {
        if (!"POST".equals(request.getMethod()) || request.body().isBlank()) {
            return true;
        }
        JsonNode body = json(request.body());
        if (body == null || !body.isObject()) {
            return false;
        }
        for (Iterator<String> names = body.fieldNames(); names.hasNext();) {
            if (!LIST_KEYS.contains(names.next())) {
                return false;
            }
        }
        return body.path("processVariables").isEmpty() && body.path("taskVariables").isEmpty()
                && body.path("caseInstanceVariables").isEmpty();
    }

    private static boolean carriesExpression(BufferedRequest request) {
        String parameters = String.valueOf(request.getQueryString());
        return expression(request.body()) || parameters.contains("Expression")
                || expression(java.net.URLDecoder.decode(parameters, java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Also when the characters are escaped: the text is judged as the engine will read it. */
    private static boolean expression(String text) {
        JsonNode node = json(text);
        String plain = node == null ? text : node.toString();
        return plain.contains("${") || plain.contains("#{") || node != null && hasExpressionKey(node);
    }

    private static boolean hasExpressionKey(JsonNode node) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext();) {
            String name = names.next();
            if (name.endsWith("Expression") || hasExpressionKey(node.get(name))) {
                return true;
            }
        }
        for (JsonNode child : node.isArray() ? node : List.<JsonNode>of()) {
            if (hasExpressionKey(child)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode json(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }
}
