package org.jkeepalived.daemon.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the modules and packages may use of each other. */
class DependenciesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.jkeepalived");
    private static final List<String> LIBRARIES = List.of("config", "vrrp", "netlink", "health");

    private static String module(String name) {
        return "org.jkeepalived." + name + "..";
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "vrrp", "netlink", "health"})
    void aLibraryKnowsNoOtherLibraryAndNoLog(String library) {
        String[] others = LIBRARIES.stream()
                .filter(name -> !name.equals(library))
                .map(DependenciesTest::module)
                .toArray(String[]::new);
        noClasses().that()
                .resideInAPackage(module(library))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
        noClasses().that()
                .resideInAPackage(module(library))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(module("daemon"), "org.slf4j..", "ch.qos.logback..", "java.util.logging..")
                .check(CLASSES);
    }

    @Test
    void sharedValuesKnowNothingButThemselves() {
        noClasses().that()
                .resideInAPackage("org.jkeepalived.net")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(module("config"), module("vrrp"), module("netlink"), module("health"),
                        module("daemon"))
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.jkeepalived.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyNetlinkKnowsNativeCalls() {
        noClasses().that()
                .resideOutsideOfPackage(module("netlink"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.kenai.jffi..", "jnr..", "java.lang.foreign..")
                .check(CLASSES);
    }

    @Test
    void nativeCallsStandInOnePackage() {
        noClasses().that()
                .resideOutsideOfPackage("org.jkeepalived.netlink.libc")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.kenai.jffi..")
                .check(CLASSES);
        noClasses().that()
                .resideOutsideOfPackage(module("netlink"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jkeepalived.netlink.libc")
                .check(CLASSES);
    }

    @Test
    void theProtocolIsPure() {
        noClasses().that()
                .resideInAPackage(module("vrrp"))
                .should()
                .dependOnClassesThat(DescribedPredicate.or(
                        JavaClass.Predicates.resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..",
                                "java.util.concurrent..", "java.time.."),
                        named("java.net.Socket"), named("java.lang.Thread"), named("java.util.Random")))
                .check(CLASSES);
    }

    @Test
    void theProtocolReadsNoClockAndNoChance() {
        noClasses().that()
                .resideInAPackage(module("vrrp"))
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .check(CLASSES);
    }

    /** The package host says what a host is to the parser; its local form asks Java about interfaces. */
    @Test
    void theParserKnowsNoNetwork() {
        noClasses().that()
                .resideInAPackage(module("config"))
                .and()
                .resideOutsideOfPackage("org.jkeepalived.config.host")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.[A-Za-z]*(Socket|NetworkInterface).*")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(name, type -> type.getName().equals(name));
    }
}
