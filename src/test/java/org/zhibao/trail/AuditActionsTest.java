package org.zhibao.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhibao.change.ChangeAct;
import org.zhibao.filing.FilingAction;
import org.zhibao.lineage.SuccessionKind;
import org.zhibao.period.PeriodRosters;
import org.zhibao.submission.AreaAct;
import org.zhibao.suspension.SuspensionAct;

/** Whatever can be put into the trail is called something in both languages: read from the calls that put it there. */
class AuditActionsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern CALL = Pattern.compile("\\b(?:audit|trail)\\.record\\(|new (?:AuditTrail\\.)?Deed\\(");
    private static final Pattern WORD = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)*)\"");

    /** Calls whose action is put together, as file and expression: which actions that can be. */
    private static final Map<String, Set<String>> COMPOSED = Map.of(
            "RegistryChanges \"REGISTRY_CHANGE_\" + act", each("REGISTRY_CHANGE_%s", ChangeAct.values()),
            "Suspensions \"SUSPENSION_\" + act", each("SUSPENSION_%s", SuspensionAct.values()),
            "Successions \"SUCCESSION_\" + succession.kind()", each("SUCCESSION_%s", SuccessionKind.values()),
            "PeriodRosters \"ROSTER_\" + kind", each("ROSTER_%s", PeriodRosters.Kind.values()),
            "AreaActions \"AREA_\" + action", each("AREA_%s", AreaAct.values()),
            // ClockAction without REDATE, which leaves the row of an extension
            "ClockActions action + \"_JOB\"", Set.of("SUSPEND_JOB", "RESUME_JOB", "RETRY_JOB"),
            "FilingActions action.name()", each("%s", EnumSet.complementOf(EnumSet.of(FilingAction.SAVE)).toArray()),
            "RuleAdministration action", words("org/zhibao/rule/RuleAdministration.java", "RULE_"),
            "IndicatorAdministration action", words("org/zhibao/indicator/IndicatorAdministration.java", "INDICATOR_"),
            "StoredUploads action", Set.of("WORKBOOK", "CSV"));

    @ParameterizedTest
    @ValueSource(strings = {"trail.properties", "trail_en.properties"})
    void everyActionThatCanBeRecordedHasWordsAndNoWordsAreForNothing(String bundle) throws IOException {
        Set<String> recorded = new TreeSet<>(Set.of("DOWNLOAD"));
        for (Path file : files()) {
            actions(file).forEach(action -> recorded.addAll(meaning(file, action)));
        }
        assertThat(recorded).hasSizeGreaterThan(100);
        Properties words = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/messages", bundle))) {
            words.load(in);
        }
        assertThat(words.stringPropertyNames().stream().filter(key -> key.startsWith("trail.action."))
                .map(key -> key.substring("trail.action.".length()))).containsExactlyInAnyOrderElementsOf(recorded);
    }

    @Test
    void theCallsAreReadAsTheyAreWritten() {
        assertThat(arguments("audit.record(who(a, b), on ? \"A, (B\" : \"C\", x[1],\n   \"d\");", "audit.record(".length()))
                .containsExactly("who(a, b)", "on ? \"A, (B\" : \"C\"", "x[1]", "\"d\"");
    }

    /** The texts of an expression, or what is said of it above. */
    private static Set<String> meaning(Path file, String action) {
        String name = file.getFileName().toString().replace(".java", "");
        Set<String> composed = COMPOSED.get(name + " " + action);
        if (composed != null) {
            return composed;
        }
        Matcher constant = Pattern.compile("FilingAction\\.([A-Z_]+)\\.name\\(\\)").matcher(action);
        if (constant.matches()) {
            return Set.of(constant.group(1));
        }
        assertThat(action).as("%s records an action that this test cannot read: say in COMPOSED which ones it can be", name)
                .matches("(?:\\w+ \\? " + WORD + " : )?" + WORD);
        return WORD.matcher(action).results().map(r -> r.group(1)).collect(Collectors.toSet());
    }

    private static List<String> actions(Path file) throws IOException {
        String source = Files.readString(file);
        List<String> actions = new ArrayList<>();
        Matcher call = CALL.matcher(source);
        while (call.find()) {
            List<String> arguments = arguments(source, call.end());
            if (call.group().startsWith("new")) {
                actions.add(arguments.get(0));
            } else if (arguments.size() == 4) {
                actions.add(arguments.get(1));
            } else {
                assertThat(arguments.get(1)).as("%s", file).startsWith("new ");
            }
        }
        return actions;
    }

    /** The arguments of a call from behind its bracket on, white space as single blanks. */
    private static List<String> arguments(String source, int from) {
        List<String> arguments = new ArrayList<>();
        StringBuilder one = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = from; depth >= 0; i++) {
            char c = source.charAt(i);
            quoted ^= c == '"' && source.charAt(i - 1) != '\\';
            depth += quoted ? 0 : "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (!quoted && (depth < 0 || depth == 0 && c == ',')) {
                arguments.add(one.toString().strip().replaceAll("\\s+", " "));
                one.setLength(0);
            } else {
                one.append(c);
            }
        }
        return arguments;
    }

    /** Everything that writes into the trail but the trail itself. */
    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(file -> file.toString().endsWith(".java") && !file.endsWith("AuditTrail.java"))
                    .filter(file -> read(file).contains("audit.AuditTrail")).sorted().toList();
        }
    }

    private static Set<String> words(String file, String prefix) {
        return WORD.matcher(read(SOURCES.resolve(file))).results().map(r -> r.group(1)).filter(w -> w.startsWith(prefix))
                .collect(Collectors.toSet());
    }

    private static Set<String> each(String pattern, Object[] values) {
        return Arrays.stream(values).map(value -> pattern.formatted(value)).collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
