package org.zhibao.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhibao.filing.FilingSummary;
import org.zhibao.oversight.WorklistQuery;
import org.zhibao.oversight.Worklists;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.Footprint;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;
import org.zhibao.testing.Wording;

/**
 * Who may call what, as {@code authorization.csv} says: every address the platform answers at, for every role, on a report
 * of its own area and on one of another. An address that is not in the table fails the build; a row without the last
 * columns means NO for them. What is read is in Chinese, refusals too.
 */
@ApplicationTest
class AuthorizationMatrixIT {

    /** What a role may do at an address: {@code OWN} within its own area only. */
    private enum Right { ALL, OWN, NO }

    private record Route(String method, String path, Map<Role, Right> rights) {

        private boolean ofFiling() {
            return path.contains("/filings/{") || path.contains("/forms/fill-in/{") || path.contains("/forms/review/{");
        }
    }

    private static final Map<Role, String> PEOPLE = Map.of(Role.ENTERPRISE, "183810013", Role.COUNTY, "county430102",
            Role.CITY, "city430100", Role.PROVINCE, "province", Role.ADMIN, "admin", Role.AUDITOR, "auditor",
            Role.SECURITY, "security", Role.SUPPORT, "support", Role.GROUP, "group01");
    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);
    /** What asks for a change may also be refused for what it says; a sample cannot say the right thing everywhere. */
    private static final Set<Integer> NOT_DONE = Set.of(400, 401, 403, 404, 415, 422);
    private static final Pattern OTHERS = Pattern.compile("/(error|v3/api-docs|swagger-ui|sign-out).*");
    private static final String NOWHERE = "999999999";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;
    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;
    @Autowired
    private Worklists worklists;
    @Autowired
    private Footprint footprint;

    @Test
    void everyAddressIsInTheTable() {
        Set<String> mapped = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(info -> addresses(info).forEach(mapped::add));
        Set<String> listed = new TreeSet<>();
        table().forEach(route -> listed.add(route.method() + " " + route.path()));
        assertThat(listed).isEqualTo(mapped);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleReadsWhatTheTableSaysAndNothingElseAndReadsItInChinese(Role role) {
        HttpApi.Caller caller = api.browser(PEOPLE.get(role));
        List<String> wrong = new ArrayList<>();
        for (Route route : table()) {
            if (!"GET".equals(route.method())) {
                continue;
            }
            Right right = route.rights().get(role);
            Answer own = caller.get(path(route, mine()));
            check(wrong, route, role, "own", own, right != Right.NO);
            if (own.isPage()) {
                Wording.strangeIn(own.text()).stream().filter(word -> !PEOPLE.containsValue(word))
                        .forEach(word -> wrong.add(role + " " + route.path() + " says " + word));
            }
            if (right != Right.NO && !route.path().startsWith("/api/")) {
                check(wrong, route, role, "own, in English", caller.inEnglish().get(path(route, mine())), true);
            }
            if (route.ofFiling()) {
                check(wrong, route, role, "foreign", caller.get(path(route, another())), right == Right.ALL);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleChangesNothingTheTableDoesNotLetItChange(Role role) {
        HttpApi.Caller caller = api.browser(PEOPLE.get(role)).withToken();
        List<String> wrong = new ArrayList<>();
        long before = footprint.auditRows();
        for (Route route : table()) {
            if ("GET".equals(route.method())) {
                continue;
            }
            Right right = route.rights().get(role);
            if (right == Right.NO) {
                refused(wrong, route, role, send(caller, route, path(route, mine())));
            }
            if (right != Right.ALL && route.ofFiling()) {
                refused(wrong, route, role, send(caller, route, path(route, another())));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(footprint.auditRows()).as("what was refused left no trace of having been done").isEqualTo(before);
    }

    private static void check(List<String> wrong, Route route, Role role, String whose, Answer answer,
                              boolean allowed) {
        boolean refused = answer.status() == 401 || answer.status() == 403;
        boolean failed = answer.status() >= 500;
        if (allowed ? refused || failed : !REFUSED.contains(answer.status())) {
            wrong.add(role + " " + route.method() + " " + route.path() + " (" + whose + "): " + answer.status());
        }
    }

    private static void refused(List<String> wrong, Route route, Role role, Answer answer) {
        if (!NOT_DONE.contains(answer.status())) {
            wrong.add(role + " " + route.method() + " " + route.path() + ": " + answer.status());
        }
    }

    private static Answer send(HttpApi.Caller caller, Route route, String path) {
        HttpApi.Caller with = path.startsWith("/api/") ? caller.with("Idempotency-Key", "key")
                : caller.with("Content-Type", "application/x-www-form-urlencoded");
        String body = path.startsWith("/api/") ? "{}" : "";
        return switch (route.method()) {
            case "PUT" -> with.put(path, body);
            case "DELETE" -> with.delete(path);
            default -> with.post(path, body);
        };
    }

    private FilingSummary mine() {
        return archived("183810013");
    }

    /** A report of another unit, county and city. */
    private FilingSummary another() {
        return worklists.page(new WorklistQuery(null, "430200", org.zhibao.filing.FilingStatus.ARCHIVED, null, null, null,
                1), scenario.actor("admin")).filings().get(0);
    }

    private FilingSummary archived(String orgCode) {
        return worklists.page(new WorklistQuery(null, null, org.zhibao.filing.FilingStatus.ARCHIVED, null, orgCode, null,
                1), scenario.actor("admin")).filings().get(0);
    }

    private String path(Route route, FilingSummary filing) {
        String path = route.path();
        if (route.ofFiling()) {
            path = path.replace("{id}", String.valueOf(filing.id())).replace("{filingId}", String.valueOf(filing.id()));
        }
        return path.replace("{number}", "1").replace("{year}", "2026").replace("{period}", scenario.period())
                .replace("{code}", scenario.period()).replace("{userId}", "city430200").replace("{area}", "430200")
                .replaceAll("\\{[a-zA-Z]+}", NOWHERE);
    }

    private static List<String> addresses(RequestMappingInfo info) {
        List<String> found = new ArrayList<>();
        for (String path : info.getPatternValues()) {
            if (OTHERS.matcher(path).matches()) {
                continue;
            }
            if (info.getMethodsCondition().getMethods().isEmpty()) {
                found.add("GET " + path);
            }
            info.getMethodsCondition().getMethods().forEach(method -> found.add(method + " " + path));
        }
        return found;
    }

    private static List<Route> table() {
        try (Stream<String> lines = new String(new ClassPathResource("authorization.csv").getInputStream().readAllBytes(),
                StandardCharsets.UTF_8).lines()) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).map(AuthorizationMatrixIT::route)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Route route(String line) {
        String[] cells = line.split("\\s*,\\s*");
        Map<Role, Right> rights = new java.util.EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            int column = 2 + role.ordinal();
            rights.put(role, column < cells.length ? Right.valueOf(cells[column].strip()) : Right.NO);
        }
        return new Route(cells[0].strip(), cells[1].strip(), rights);
    }
}
