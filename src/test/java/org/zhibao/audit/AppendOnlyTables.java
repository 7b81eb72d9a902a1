package org.zhibao.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables that are only added to: as the rights script has them, and as migrations and code would have it. */
final class AppendOnlyTables {

    private static final Pattern REVOKED = Pattern.compile("(?s)revoke update, delete on (.*?)\\s+from zhibao_app;");
    private static final Pattern CREATED = Pattern.compile("(?m)^create table (\\w+)");
    private static final Pattern CHANGED = Pattern.compile("(?i)\\b(?:update|delete\\s+from|merge\\s+into)\\s+(\\w+)");

    private AppendOnlyTables() {
    }

    /** Those that the platform's user can neither change nor empty. */
    static Set<String> inRights() {
        Matcher revoked = REVOKED.matcher(read(Path.of("src/main/resources/db/rights/postgresql.sql")));
        if (!revoked.find()) {
            throw new IllegalStateException("the rights script takes nothing away");
        }
        return Stream.of(revoked.group(1).split(",\\s*")).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All that migrations make. */
    static Set<String> created() {
        return found(files("src/main/resources/db/migration", ".sql"), CREATED);
    }

    /** All names that a statement of ours changes or removes rows of: tables, and entities in JPQL. */
    static Set<String> changedByStatements() {
        return found(files("src/main/java", ".java"), CHANGED);
    }

    private static Set<String> found(List<Path> files, Pattern pattern) {
        return files.stream().flatMap(file -> pattern.matcher(read(file)).results()).map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
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
}
