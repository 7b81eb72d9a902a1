package org.zhibao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhibao.account.Role;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingStatus;
import org.zhibao.rule.Severity;

class MessageBundlesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z0-9.]+)[})(]|#messages\\.msg\\('([a-zA-Z0-9.]+)'");
    /** The decisions of reviewers, and the withdrawal. */
    private static final FilingAction[] SAID_WHEN_DONE = EnumSet.complementOf(EnumSet.of(FilingAction.SAVE,
            FilingAction.SUBMIT, FilingAction.CLAIM, FilingAction.RELEASE, FilingAction.SUSPEND))
            .toArray(FilingAction[]::new);
    private static final Pattern KEY_IN_SCRIPT = Pattern.compile("\\bt\\('([a-zA-Z0-9.]+)'");

    @ParameterizedTest
    @MethodSource("bundles")
    void everyBundleSaysTheSameThingsInBothLanguages(Path chinese) {
        assertThat(keys(english(chinese))).isEqualTo(keys(chinese));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyMessageTakesAsManyArgumentsInBothLanguages(Path chinese) {
        Properties zh = load(chinese);
        Properties en = load(english(chinese));
        // as many, not the same: a message may be given a name in each language
        assertThat(keys(chinese)).allSatisfy(
                key -> assertThat(arguments(en.getProperty(key))).as(key).hasSameSizeAs(arguments(zh.getProperty(key))));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noMessageIsEmptyOrMalformed(Path chinese) {
        for (Path bundle : List.of(chinese, english(chinese))) {
            load(bundle).forEach((key, text) -> {
                assertThat((String) text).as("%s in %s", key, bundle).isNotBlank();
                if (!key.toString().startsWith("js.")) {
                    new MessageFormat(text.toString());
                }
            });
        }
    }

    /** Where there are arguments it would swallow what follows, and doubled it would show where there are none. */
    @ParameterizedTest
    @MethodSource("bundles")
    void apostrophesAreTypographic(Path chinese) {
        for (Path bundle : List.of(chinese, english(chinese))) {
            load(bundle).forEach((key, text) -> assertThat(text.toString()).as("%s in %s", key, bundle)
                    .doesNotContain("'"));
        }
    }

    /** The last one would count, and the others would be changed in vain. */
    @ParameterizedTest
    @MethodSource("bundles")
    void noKeyIsTwiceInABundle(Path chinese) throws IOException {
        for (Path bundle : List.of(chinese, english(chinese))) {
            assertThat(Files.readAllLines(bundle).stream().filter(line -> line.matches("[a-zA-Z0-9._-]+=.*"))
                    .map(line -> line.substring(0, line.indexOf('='))).toList()).as(bundle.toString())
                    .isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @Test
    void noKeyIsInTwoBundles() {
        Set<Object> seen = new HashSet<>();
        bundles().forEach(bundle -> assertThat(keys(bundle)).as(bundle.toString()).allMatch(seen::add));
    }

    @Test
    void everyKeyThatATemplateNamesExists() {
        Set<String> named = Stream.of(Path.of("forms"), Path.of("src/main/resources/templates"))
                .flatMap(folder -> found(folder, ".html", KEY_IN_TEMPLATE))
                .filter(key -> !key.endsWith(".")).collect(Collectors.toSet());
        assertThat(named).hasSizeGreaterThan(100);
        assertThat(allKeys()).containsAll(named);
    }

    @Test
    void everyKeyThatAScriptNamesExists() {
        Set<String> named = found(Path.of("src/main/frontend/src"), ".js", KEY_IN_SCRIPT).map(key -> "js." + key)
                .filter(key -> !key.endsWith(".")).collect(Collectors.toSet());
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(allKeys()).containsAll(named);
    }

    @Test
    void everyStatusRoleActionAndSeverityHasItsName() {
        assertThat(allKeys())
                .containsAll(each("status.", FilingStatus.values(), Enum::name))
                .containsAll(each("next.", FilingStatus.values(), Enum::name))
                .containsAll(each("role.", Role.values(), Enum::name))
                .containsAll(each("action.", FilingAction.values(), Enum::name))
                .containsAll(each("done.", SAID_WHEN_DONE, Enum::name))
                .containsAll(each("severity.", Severity.values(), Enum::name))
                .containsAll(each("js.severity.", Severity.values(), Enum::name));
    }

    private static Stream<Path> bundles() {
        return list(BUNDLES).filter(file -> file.toString().endsWith(".properties"))
                .filter(file -> !file.toString().endsWith("_en.properties"));
    }

    private static Path english(Path chinese) {
        return chinese.resolveSibling(chinese.getFileName().toString().replace(".properties", "_en.properties"));
    }

    private static Set<String> allKeys() {
        return bundles().flatMap(bundle -> keys(bundle).stream()).collect(Collectors.toSet());
    }

    private static Set<String> keys(Path bundle) {
        return new TreeSet<>(load(bundle).stringPropertyNames());
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(r -> r.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static <E> List<String> each(String prefix, E[] values, Function<E, String> name) {
        return Arrays.stream(values).map(value -> prefix + name.apply(value)).toList();
    }

    private static Stream<String> found(Path folder, String ending, Pattern pattern) {
        return list(folder).filter(file -> file.toString().endsWith(ending))
                .flatMap(file -> pattern.matcher(read(file)).results()).map(MessageBundlesTest::firstGroup);
    }

    private static String firstGroup(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties load(Path bundle) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(bundle)) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
