package org.zhibao.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.repository.Repository;

/** What is on record stays as it is: no code of ours can change or remove it. */
class AppendOnlyTest {

    private static final JavaClasses PLATFORM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.zhibao");

    @ParameterizedTest
    @CsvSource({
        "org.zhibao.filing.FilingRevisions, org.zhibao.filing.FilingRevision",
        "org.zhibao.filing.CorrespondenceEntries, org.zhibao.filing.CorrespondenceEntry",
        "org.zhibao.filing.PointEntries, org.zhibao.filing.PointEntry",
        "org.zhibao.filing.PointAnswerEntries, org.zhibao.filing.PointAnswerEntry",
        "org.zhibao.filing.ConfirmationEntries, org.zhibao.filing.ConfirmationEntry",
        "org.zhibao.audit.AuditEntries, org.zhibao.audit.AuditEntry"})
    void theRepositoryAddsAndReadsAndTheEntityIsImmutable(String repository, String entity) {
        JavaClass rows = PLATFORM.get(repository);
        assertThat(rows.getAllRawInterfaces()).extracting(JavaClass::getName)
                .as("no repository that brings updates or deletions").containsExactly(Repository.class.getName());
        assertThat(rows.getMethods()).extracting(m -> m.getName())
                .allMatch(name -> name.equals("save") || name.startsWith("find"));
        assertThat(PLATFORM.get(entity).isAnnotatedWith(Immutable.class)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"filing_revision", "filing_correspondence", "audit_entry", "FilingRevision", "CorrespondenceEntry",
        "AuditEntry"})
    void noStatementChangesOrRemovesRows(String table) {
        List<String> statements = PLATFORM.stream().flatMap(c -> c.getMethods().stream())
                .filter(m -> m.isAnnotatedWith("org.springframework.data.jpa.repository.Query"))
                .map(m -> (String) m.getAnnotationOfType("org.springframework.data.jpa.repository.Query").get("value")
                        .orElse("")).toList();
        assertThat(statements).isNotEmpty().noneMatch(s -> s.matches("(?is)\\s*(update|delete).*\\b" + table + "\\b.*"));
    }
}
