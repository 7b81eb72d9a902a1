package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The contract of the models says all that Java relies on, and nothing that the shipped models do not hold. */
class ModelContractTest {

    private static final Path SOURCES = Path.of("src/main/java/org/zhibao/workflow");
    private static final Pattern MESSAGE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+|reported|archive|suspend|reopened)\"");
    private static final Pattern ELEMENT = Pattern.compile("\"((?:Timer|UserTask|ServiceTask|Gateway|Flow|[A-Z][a-z]+Event)_"
            + "[A-Za-z]+)\"");
    /** Constants that name processes and parts of other names, not variables. */
    private static final Set<String> NO_VARIABLES = Set.of("PROCESS", "REMINDING", "URGING");

    @Test
    void everyProcessWeShipHasItsContract() throws IOException {
        assertThat(ModelContract.ALL).extracting(ModelContract::process).containsExactlyInAnyOrderElementsOf(processes());
    }

    @Test
    void everyVariableThatJavaKnowsIsInTheContractOfItsProcess() throws IllegalAccessException {
        Map<Class<?>, List<String>> owners = Map.of(FilingVariables.class, List.of("filing"), AreaVariables.class,
                List.of("area-submission"), SuspensionVariables.class, List.of("suspension"), PeriodVariables.class,
                List.of("reporting-period"), RedatingVariables.class, List.of("redating"), NoticeVariables.class,
                List.of("reminding", "urging"), CaseMoveVariables.class, List.of("case-move"), IssueVariables.class,
                List.of("account-issue"), ChangeVariables.class, List.of("registry-change"));
        for (Map.Entry<Class<?>, List<String>> owner : owners.entrySet()) {
            Set<String> known = owner.getValue().stream().flatMap(p -> ModelContract.of(p).orElseThrow().variables().stream())
                    .collect(Collectors.toSet());
            for (Field constant : owner.getKey().getDeclaredFields()) {
                if (Modifier.isStatic(constant.getModifiers()) && constant.getType() == String.class
                        && !NO_VARIABLES.contains(constant.getName())) {
                    assertThat(known).contains((String) constant.get(null));
                }
            }
        }
    }

    @Test
    void everyMessageThatJavaSendsAndEveryElementThatItFindsIsInAContract() throws IOException {
        Set<String> keys = ModelContract.ALL.stream().map(ModelContract::process).collect(Collectors.toSet());
        Set<String> sent = literals(MESSAGE, "Engine.*Process\\.java");
        sent.removeAll(keys);
        sent.removeIf(text -> text.endsWith("-"));
        assertThat(sent).hasSizeGreaterThan(8);
        assertThat(ModelContract.ALL.stream().flatMap(c -> c.messages().stream())).containsAll(sent);
        Set<String> found = literals(ELEMENT, "(?!ModelContract).*\\.java");
        assertThat(found).hasSizeGreaterThan(3);
        assertThat(ModelContract.ALL.stream().flatMap(c -> c.elements().stream())).containsAll(found);
    }

    @Test
    void noContractAsksForMoreThanTheShippedModelHolds() throws IOException {
        for (ModelContract contract : ModelContract.ALL) {
            String file = Files.readString(Path.of("processes", contract.process() + ".bpmn"));
            Stream.of(contract.elements(), contract.messages(), contract.delegates(), contract.states().keySet(),
                    contract.forms()).flatMap(Set::stream)
                    .forEach(name -> assertThat(file).as(contract.process()).contains(name));
            assertThat(contract.variables()).containsAll(contract.read());
        }
    }

    private static Set<String> literals(Pattern pattern, String files) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : sources.filter(s -> s.getFileName().toString().matches(files)).toList()) {
                pattern.matcher(Files.readString(source)).results().forEach(match -> found.add(match.group(1)));
            }
        }
        return found;
    }

    private static List<String> processes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(f -> f.toString().endsWith(".bpmn")).map(ModelContractTest::process).toList();
        }
    }

    private static String process(Path file) {
        try {
            Element root = ModelReader.root(Files.readAllBytes(file)).orElseThrow();
            return Models.id(Models.children(root, "process").get(0));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
