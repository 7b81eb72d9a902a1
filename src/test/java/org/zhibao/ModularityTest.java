package org.zhibao;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The structure that the design promises. */
class ModularityTest {

    private final JavaClasses platform = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.zhibao");

    @Test
    void featuresUseEachOtherOnlyByTheirPublicFaceAndWithoutCycles() {
        ApplicationModules.of(ZhibaoApplication.class).verify();
    }

    @Test
    void onlyTheWorkflowPackageKnowsTheEngine() {
        noClasses().that().resideOutsideOfPackage("org.zhibao.workflow..")
                .should().dependOnClassesThat().resideInAPackage("org.camunda.bpm..").check(platform);
    }

    @Test
    void nobodyDependsOnTheWorkflowPackage() {
        noClasses().that().resideOutsideOfPackage("org.zhibao.workflow..")
                .should().dependOnClassesThat().resideInAPackage("org.zhibao.workflow..").check(platform);
    }

    @Test
    void entitiesHaveNoSetters() {
        noClasses().that().areAnnotatedWith("jakarta.persistence.Entity")
                .should(new com.tngtech.archunit.lang.ArchCondition<>("have setters") {
                    @Override
                    public void check(com.tngtech.archunit.core.domain.JavaClass type,
                                      com.tngtech.archunit.lang.ConditionEvents events) {
                        type.getMethods().stream().filter(m -> m.getName().matches("set[A-Z].*"))
                                .forEach(m -> events.add(com.tngtech.archunit.lang.SimpleConditionEvent
                                        .satisfied(m, m.getFullName())));
                    }
                }).check(platform);
    }

    @Test
    void delegatesAreThin() {
        classes().that().implement("org.camunda.bpm.engine.delegate.JavaDelegate")
                .should(new com.tngtech.archunit.lang.ArchCondition<>("have no other method than execute") {
                    @Override
                    public void check(com.tngtech.archunit.core.domain.JavaClass type,
                                      com.tngtech.archunit.lang.ConditionEvents events) {
                        boolean thin = type.getMethods().stream().allMatch(m -> m.getName().equals("execute")
                                || m.getName().startsWith("lambda$"));
                        events.add(new com.tngtech.archunit.lang.SimpleConditionEvent(type, thin,
                                type.getName() + " is more than a translation"));
                    }
                }).check(platform);
    }
}
