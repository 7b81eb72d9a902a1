package org.zhibao.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.annotations.Immutable;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;

/**
 * What is on record stays as it is: no code of ours can change or remove it, nor can the platform's database user. Which
 * tables that are follows from the code; one that is added and forgotten in the rights script is missed here.
 */
class AppendOnlyTest {

    private static final JavaClasses PLATFORM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.zhibao");

    /** No statement of ours changes them, and yet the platform's user has to be able to. */
    private static final Map<String, String> EXCEPT = Map.of(
            "account_issue_lock", "one row, locked for update",
            "model_lock", "one row, locked for update",
            "notice_turn", "one row, locked for update",
            "unit_lineage_turn", "one row, locked for update",
            "web_session", "kept by Spring Session",
            "web_session_attributes", "kept by Spring Session");

    @Test
    void theRightsScriptHasExactlyTheTablesThatNothingChanges() {
        Set<String> onlyAddedTo = new TreeSet<>(AppendOnlyTables.created());
        onlyAddedTo.removeAll(AppendOnlyTables.changedByStatements());
        entities().forEach((table, entity) -> {
            if (!entity.isAnnotatedWith(Immutable.class)) {
                onlyAddedTo.remove(table);
            }
        });
        assertThat(onlyAddedTo).as("exceptions that are none any more").containsAll(EXCEPT.keySet());
        onlyAddedTo.removeAll(EXCEPT.keySet());
        assertThat(AppendOnlyTables.inRights()).isEqualTo(onlyAddedTo)
                .contains("audit_entry", "audit_seal", "filing_revision", "filing_correspondence");
    }

    @Test
    void anEntityIsImmutableIfAndOnlyIfTheRightsScriptHasItsTable() {
        Set<String> rights = AppendOnlyTables.inRights();
        assertThat(entities()).hasSizeGreaterThan(20).allSatisfy((table, entity) ->
                assertThat(entity.isAnnotatedWith(Immutable.class)).as(table).isEqualTo(rights.contains(table)));
    }

    @Test
    void itsRepositoryAddsAndReadsAndHasNoWayToChange() {
        Set<JavaClass> looked = new HashSet<>();
        for (JavaClass repository : PLATFORM) {
            repository.getInterfaces().stream().filter(JavaParameterizedType.class::isInstance)
                    .map(JavaParameterizedType.class::cast)
                    .filter(type -> type.toErasure().isAssignableTo(Repository.class))
                    .map(type -> type.getActualTypeArguments().get(0).toErasure())
                    .filter(entity -> entity.isAnnotatedWith(Immutable.class)).forEach(entity -> {
                        looked.add(entity);
                        assertThat(repository.getAllRawInterfaces()).extracting(JavaClass::getName).as(repository.getName())
                                .containsExactly(Repository.class.getName());
                        assertThat(repository.getMethods()).extracting(m -> m.getName()).as(repository.getName())
                                .allMatch(name -> name.equals("save") || name.equals("saveAll") || name.startsWith("find")
                                        || name.startsWith("count") || name.startsWith("exists"));
                    });
        }
        assertThat(looked).containsExactlyInAnyOrderElementsOf(entities().values().stream()
                .filter(entity -> entity.isAnnotatedWith(Immutable.class)).toList());
    }

    @Test
    void noStatementChangesOrRemovesRows() {
        Set<String> names = new TreeSet<>(AppendOnlyTables.inRights());
        entities().forEach((table, entity) -> {
            if (entity.isAnnotatedWith(Immutable.class)) {
                names.add(entity.getSimpleName());
            }
        });
        assertThat(AppendOnlyTables.changedByStatements()).hasSizeGreaterThan(30).doesNotContainAnyElementsOf(names);
    }

    private static Map<String, JavaClass> entities() {
        Map<String, JavaClass> entities = new TreeMap<>();
        PLATFORM.stream().filter(c -> c.isAnnotatedWith(Entity.class)).forEach(entity -> entities.put(
                entity.isAnnotatedWith(Table.class) ? entity.getAnnotationOfType(Table.class).name()
                        : entity.getSimpleName().replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(Locale.ROOT), entity));
        return entities;
    }
}
