package org.jkeepalived.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The unit and its drop-ins in a root tree that holds the programs which they name and this machine's targets. */
class UnitIT {
    private static final Path SYSTEMD = Path.of("..", "systemd");
    private static final Path IMAGE = Path.of(System.getProperty("jkeepalived.image"));
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");
    private static final Path TARGETS = Path.of("/usr/lib/systemd/system");
    private static final String UNIT = "keepalived.service";

    @TempDir
    Path root;

    private record Ended(int code, String output) {}

    @BeforeEach
    void layOut() throws IOException {
        assumeTrue(Files.isExecutable(ANALYZE) && Files.exists(TARGETS.resolve("sysinit.target")),
                "needs systemd-analyze and systemd's own units (the Debian package systemd)");
        Path units = Files.createDirectories(root.resolve("usr/lib/systemd/system"));
        try (Stream<Path> targets = Files.list(TARGETS)) {
            for (Path target : targets.filter(path -> path.toString().endsWith(".target")).toList()) {
                Files.copy(target, units.resolve(target.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.copy(SYSTEMD.resolve(UNIT), units.resolve(UNIT));
        program("usr/sbin/keepalived");
        program("bin/kill");
        assertTrue(Files.isExecutable(IMAGE.resolve("lib/remove-left-addresses")));
        program("usr/lib/jkeepalived/lib/remove-left-addresses");
    }

    private void program(String path) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.createFile(root.resolve(path),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    private void dropIn(String name) throws IOException {
        Path directory = Files.createDirectories(root.resolve("etc/systemd/system/" + UNIT + ".d"));
        Files.copy(SYSTEMD.resolve("dropins").resolve(name), directory.resolve(name));
    }

    private Ended analyze(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ANALYZE.toString(), "--root=" + root, "--no-pager"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private void verify() throws IOException, InterruptedException {
        assertEquals(new Ended(0, ""), analyze("verify", "--man=no", UNIT));
    }

    @Test
    void theUnitIsCorrect() throws IOException, InterruptedException {
        verify();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hardened.conf", "non-root.conf", "credentials.conf"})
    void everyDropInIsCorrect(String name) throws IOException, InterruptedException {
        dropIn(name);
        verify();
    }

    @Test
    void whatIsNotCorrectIsFound() throws IOException, InterruptedException {
        Files.writeString(root.resolve("usr/lib/systemd/system").resolve(UNIT), "[Service]\nType=nothing\n");
        assertTrue(!analyze("verify", "--man=no", UNIT).output.isEmpty());
    }

    @Test
    void withTheHardenedDropInTheExposureIsBelowFive() throws IOException, InterruptedException {
        String[] threshold = {"security", "--offline=true", "--threshold=50", UNIT};
        assertTrue(analyze(threshold).code != 0, "the unit itself restricts nothing that a script inherits");
        dropIn("hardened.conf");
        Ended ended = analyze(threshold);
        assertEquals(0, ended.code, ended.output);
    }

    @Test
    void theUnitItselfRestrictsNothingThatAScriptInherits() throws IOException {
        List<String> restrictions = Files.readAllLines(SYSTEMD.resolve(UNIT))
                .stream()
                .filter(line -> line
                        .matches("(Protect|Private|Restrict|Capability|SystemCall|Limit|NoNew|User|Group|UMask"
                                + "|Read|Inaccessible|Memory|OOMScore|Nice|CPU|IO|Tasks|Ambient|Lock|Device|Dynamic|Slice).*"))
                .toList();
        assertEquals(List.of(), restrictions);
    }
}
