package org.jkeepalived.daemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jkeepalived.daemon.cli.OptionTable.Argument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher reads the command line by rules of its own; here they meet the options that there are. It runs with a
 * virtual machine that only says how.
 */
class LauncherOptionsTest {
    private static final Path LAUNCHER = Path.of("../packaging/src/main/image/keepalived.sh");
    private static final String BACKGROUND = "background";
    private static final String FOREGROUND = "foreground";

    @TempDir
    private Path image;

    @BeforeEach
    void makeImage() throws IOException {
        executable("bin/keepalived", Files.readString(LAUNCHER));
        // Who is started in the background is told the launcher's process.
        executable("lib/runtime/bin/keepalived", """
                #!/bin/sh
                [ -n "$JKEEPALIVED_LAUNCHER" ] && mode=background || mode=foreground
                echo "$mode"
                """);
        executable("path/nsenter", """
                #!/bin/sh
                echo "namespace $1"
                while [ "$1" != -- ]; do shift; done
                shift
                exec "$@"
                """);
    }

    private void executable(String name, String text) throws IOException {
        Path file = image.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private String launch(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", image.resolve("bin/keepalived").toString()));
        command.addAll(List.of(words));
        Path output = image.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().merge("PATH", image.resolve("path") + ":", (path, first) -> first + path);
        Process process = builder.start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), () -> "still running: " + List.of(words));
        return Files.readString(output).strip();
    }

    /** Names by which an option can be called. */
    private static List<String> names(OptionTable option) {
        return option.shortName().isEmpty()
                ? List.of(option.longName())
                : List.of(option.longName(), option.shortName());
    }

    private static boolean staysInForeground(OptionTable option) {
        return switch (option) {
            case DONT_FORK, CONFIG_TEST, CONFIG_TEST_FORMAT, LINT, DUMP_CONFIG, RELOAD_PLAN, VERSION, HELP -> true;
            default -> false;
        };
    }

    @Test
    void whatFollowsAnOptionWithAValueIsNoOption() throws IOException, InterruptedException {
        for (OptionTable option : OptionTable.values()) {
            for (String name : names(option)) {
                if (!staysInForeground(option) && !name.equals("--namespace") && !name.equals("-s")) {
                    boolean taken = option.argument() == Argument.REQUIRED;
                    assertEquals(taken ? BACKGROUND : FOREGROUND, launch(name, "-n"), name + " -n");
                }
            }
        }
    }

    @Test
    void questionsAndTestsAndNothingElseStayInTheForeground() throws IOException, InterruptedException {
        for (OptionTable option : OptionTable.values()) {
            for (String name : names(option)) {
                if (!name.equals("--namespace") && !name.equals("-s") && option != OptionTable.SIGNUM) {
                    String[] words = option.argument() == Argument.REQUIRED
                            ? new String[]{name, "word"}
                            : new String[]{name};
                    assertEquals(staysInForeground(option) ? FOREGROUND : BACKGROUND, launch(words), name);
                }
            }
        }
        assertEquals(FOREGROUND, launch("--signum=STOP"));
    }

    @Test
    void theValueOfATestIsNoOption() throws IOException, InterruptedException {
        for (String name : List.of("--config-test-format", "--reload-plan")) {
            assertEquals(FOREGROUND, launch(name, "-s"));
        }
    }

    @Test
    void aNamespaceThatIsNotThereIsNamedHoweverItIsGiven() throws IOException, InterruptedException {
        for (String[] words : new String[][]{{"-s", "jk-absent"}, {"-sjk-absent"}, {"-lDsjk-absent"},
            {"--namespace", "jk-absent"}, {"--namespace=jk-absent"}, {"--name", "jk-absent"},
            {"-f", "-n", "-sjk-absent"}}) {
            assertEquals("Network namespace jk-absent does not exist", launch(words), String.join(" ", words));
        }
    }
}
