package org.zhibao.workflow;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;

/**
 * Which calls of the engine's own web API a role needs. People of the tasks need few, all known; administrators and
 * auditors have Cockpit, where they read and the engine's authorizations decide what. Nobody's query may carry an expression: the engine
 * would evaluate it.
 */
final class WebappCalls {

    private static final String ENGINE = "/camunda/api/engine/engine/[^/]+";

    /** As the engine makes them: words such as {@code count} and {@code statistics} stand in the same place. */
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    static final List<Pattern> TASKLIST = List.of(
            Pattern.compile("GET /camunda/api/tasklist/plugin/[^/]+/static/.+"),
            Pattern.compile("GET /camunda/api/admin/auth/user/[^/]+"),
            Pattern.compile("POST /camunda/api/admin/auth/user/[^/]+/logout"),
            Pattern.compile("GET " + ENGINE + "/user/[^/]+/profile"),
            Pattern.compile("(GET|OPTIONS) " + ENGINE + "/filter(/count)?"),
            Pattern.compile("POST " + ENGINE + "/filter/" + ID + "/(list|count)"),
            Pattern.compile("GET " + ENGINE + "/task/" + ID + "(/form|/comment|/identity-links)?"),
            Pattern.compile("GET " + ENGINE + "/process-definition/([a-z-]+:[0-9]+:)?" + ID + "(/xml)?"),
            Pattern.compile("GET " + ENGINE + "/history/user-operation(/count)?"));

    /** Who has Cockpit reads; what is posted is a query, too long for an address. Not all changes ask the engine for rights. */
    static final List<Pattern> COCKPIT = List.of(
            Pattern.compile("(GET|OPTIONS) /camunda/api/.*"),
            Pattern.compile("POST /camunda/api/admin/auth/user/[^/]+/logout"),
            Pattern.compile("POST " + ENGINE + "/(process-instance|execution|task|job|incident|variable-instance"
                    + "|external-task|user|group)(/count)?"),
            Pattern.compile("POST " + ENGINE + "/history/(process-instance|activity-instance|task|variable-instance"
                    + "|decision-instance|incident|detail)(/count)?"),
            Pattern.compile("POST /camunda/api/cockpit/plugin/base/[^/]+/(incident|process-instance)(/|/count)?"),
            Pattern.compile("POST /camunda/api/cockpit/plugin/base/[^/]+/process-(definition|instance)/[^/]+"
                    + "/called-process-(definitions|instances)"));

    /**
     * Accounts are the portal's: the engine would let everybody change their own, past our rules and audit. (What is
     * posted without more, or to be counted, is a query.)
     */
    private static final Pattern ACCOUNTS = Pattern.compile(
            "(?!GET |OPTIONS )\\S+ " + ENGINE + "/(user|group|tenant|identity|authorization)/(?!count$).+");

    private static final Set<String> LIST_KEYS = Set.of("processVariables", "taskVariables", "caseInstanceVariables",
            "firstResult", "maxResults", "sorting", "active");

    private static final Set<Role> TASK_PEOPLE = Set.of(Role.ENTERPRISE, Role.CITY, Role.PROVINCE);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private WebappCalls() {
    }

    static boolean allowed(Actor actor, BufferedRequest request) {
        if (carriesExpression(request) || ACCOUNTS.matcher(call(request)).matches()) {
            return false;
        }
        // who administers or audits one area is not let into an engine that knows no areas
        if (actor.sight() == Role.ADMIN || actor.sight() == Role.AUDITOR) {
            return listed(COCKPIT, request);
        }
        return TASK_PEOPLE.contains(actor.role()) && listed(TASKLIST, request) && plainList(request);
    }

    private static boolean listed(List<Pattern> calls, BufferedRequest request) {
        String call = call(request);
        return calls.stream().anyMatch(p -> p.matcher(call).matches());
    }

    private static String call(BufferedRequest request) {
        return request.getMethod() + " " + UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8);
    }

    /** A task list is asked for by page and order only; the filter itself is ours. */
    private static boolean plainList(BufferedRequest request) {
        if (!"POST".equals(request.getMethod()) || request.body().length == 0) {
            return true;
        }
        JsonNode body = json(request.body()).orElse(null);
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
        return inParameters(request.getQueryString()) || inBody(request);
    }

    private static boolean inParameters(String query) {
        if (query == null) {
            return false;
        }
        try {
            String parameters = URLDecoder.decode(query, StandardCharsets.UTF_8);
            return parameters.contains("Expression") || marked(parameters);
        } catch (IllegalArgumentException malformed) {
            return true;
        }
    }

    /** What cannot be judged as the engine will read it, whatever the encoding, counts as an expression. */
    private static boolean inBody(BufferedRequest request) {
        byte[] body = request.body();
        if (body.length == 0) {
            return false;
        }
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/form-data")) {
            return marked(new String(body, StandardCharsets.ISO_8859_1)) || !isText(body);
        }
        return json(body).map(node -> marked(node.toString()) || hasExpressionKey(node)).orElse(true);
    }

    /** A file in UTF-16 would hide its characters between zeros. */
    private static boolean isText(byte[] body) {
        for (byte character : body) {
            if (character == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean marked(String text) {
        return text.contains("${") || text.contains("#{");
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

    /** Exactly one JSON value, in the encoding that its first bytes tell, as the engine finds it too. */
    private static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
