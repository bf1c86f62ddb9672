package org.jkeepalived.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package as a file. */
class DebianPackageIT {
    private static final int LIMIT_BYTES = 40 << 20;
    private static final int INSTALLED_LIMIT_KIBIBYTES = 80 << 10;

    @BeforeAll
    static void needsDpkg() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")), "needs dpkg-deb (Debian package dpkg)");
    }

    private static String field(String name) {
        return DebianPackage.run(List.of("dpkg-deb", "-f", DebianPackage.current().toString(), name)).strip();
    }

    @Test
    void twoBuildsOfOneImageAreTheSameBytes(@TempDir Path folder) throws IOException {
        assertEquals(-1, Files.mismatch(DebianPackage.current(), DebianPackage.buildInto(folder)));
    }

    @Test
    void lintianFindsNoErrors() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/lintian")), "needs lintian (Debian package lintian)");
        String found = DebianPackage
                .run(List.of("lintian", "--allow-root", "--fail-on", "error", DebianPackage.current().toString()));
        assertTrue(found.lines().noneMatch(line -> line.startsWith("E:")), found);
    }

    @Test
    void itTakesKeepalivedsPlaceForThePackageManager() {
        assertEquals(List.of("keepalived (= 1:2.4.3)", "keepalived", "keepalived"),
                List.of(field("Provides"), field("Conflicts"), field("Replaces")));
    }

    @Test
    void itIsSmallerThanItsLimits() throws IOException {
        assertTrue(Files.size(DebianPackage.current()) < LIMIT_BYTES,
                () -> DebianPackage.current().toFile().length() + " bytes");
        assertTrue(Integer.parseInt(field("Installed-Size")) < INSTALLED_LIMIT_KIBIBYTES,
                () -> field("Installed-Size"));
    }

    @Test
    void nothingInItBelongsToAnyoneButRootAndTheSumsCoverEveryFile() {
        List<String[]> entries = DebianPackage.run(List.of("dpkg-deb", "-c", DebianPackage.current().toString()))
                .lines()
                .map(line -> line.split("\\s+", 6))
                .toList();
        assertEquals(Set.of("root/root"), entries.stream().map(entry -> entry[1]).collect(Collectors.toSet()));
        Set<String> files = entries.stream()
                .filter(entry -> entry[0].startsWith("-"))
                .map(entry -> entry[5].substring(2))
                .collect(Collectors.toSet());
        Set<String> summed = Stream
                .of(DebianPackage.run(List.of("dpkg-deb", "-I", DebianPackage.current().toString(), "md5sums"))
                        .split("\n"))
                .map(line -> line.substring(34))
                .collect(Collectors.toSet());
        assertEquals(files, summed);
    }

    @Test
    void noConfigurationFileOfItsOwnCanRaiseAQuestion() {
        String members = DebianPackage.run(List.of("dpkg-deb", "-I", DebianPackage.current().toString()));
        assertTrue(!members.contains("conffiles"), members);
        String contents = DebianPackage.run(List.of("dpkg-deb", "-c", DebianPackage.current().toString()));
        assertTrue(contents.lines().filter(line -> line.contains(" ./etc/")).allMatch(line -> line.startsWith("d")),
                contents);
    }
}
