package org.jkeepalived.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples that are no configurations are taken by the programs that they are written for. */
class ExampleFilesTest {
    @TempDir
    private Path directory;

    private record Ended(int code, String output) {}

    private Ended run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private static String example(String file) {
        return Example.ROOT.resolve(file).toAbsolutePath().toString();
    }

    private static void needs(String program, String debianPackage) {
        assumeTrue(Stream.of("/usr/bin", "/usr/sbin").anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
                "needs the program " + program + " (Debian package " + debianPackage + ")");
    }

    private static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(Example.ROOT)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void thePolicyModuleIsValid() throws IOException, InterruptedException {
        needs("checkmodule", "checkpolicy");
        needs("semodule_package", "semodule-utils");
        Ended compiled = run("checkmodule", "-M", "-m", "-o", "jkeepalived_check.mod",
                example("selinux/jkeepalived_check.te"));
        assertEquals(0, compiled.code(), compiled.output());
        Ended packed = run("semodule_package", "-o", "jkeepalived_check.pp", "-m", "jkeepalived_check.mod", "-f",
                example("selinux/jkeepalived_check.fc"));
        assertEquals(0, packed.code(), packed.output());
    }

    @Test
    void logrotateTakesItsExample() throws IOException, InterruptedException {
        needs("logrotate", "logrotate");
        Path log = Files.writeString(directory.resolve("keepalived.log"), "a line\n");
        String text = Example.text("logrotate/keepalived").replace("/var/log/keepalived.log", log.toString());
        Path configuration = Files.writeString(directory.resolve("logrotate.conf"), text);
        Ended ended = run("/usr/sbin/logrotate", "-d", "-f", "-s", directory.resolve("state").toString(),
                configuration.toString());
        assertEquals(0, ended.code(), ended.output());
        assertTrue(ended.output().contains("considering log " + log), ended.output());
        assertTrue(!ended.output().contains("error:"), ended.output());
    }

    @Test
    void rsyslogTakesItsExample() throws IOException, InterruptedException {
        needs("rsyslogd", "rsyslog");
        Path configuration = Files.writeString(directory.resolve("rsyslog.conf"),
                "include(file=\"" + example("rsyslog/keepalived.conf") + "\")\n*.* " + directory.resolve("all") + "\n");
        Ended ended = run("/usr/sbin/rsyslogd", "-N1", "-f", configuration.toString());
        assertEquals(0, ended.code(), ended.output());
        assertTrue(!ended.output().contains("error"), ended.output());
    }

    @Test
    void sysusersMakesTheUserOfScripts() throws IOException, InterruptedException {
        needs("systemd-sysusers", "systemd");
        Files.createDirectories(directory.resolve("root/etc"));
        Ended ended = run("systemd-sysusers", "--root=" + directory.resolve("root"),
                example("sysusers/keepalived_script.conf"));
        assumeTrue(ended.code() == 0 || "root".equals(System.getProperty("user.name")), "needs root");
        assertEquals(0, ended.code(), ended.output());
        assertTrue(Files.readString(directory.resolve("root/etc/passwd")).startsWith("keepalived_script:x:"));
    }

    @Test
    void whatCanBeExecutedIsAShellScriptAndNothingElseIs() throws IOException, InterruptedException {
        for (Path file : all()) {
            boolean script = Files.readString(file).startsWith("#!/bin/sh\n");
            assertEquals(script, Files.isExecutable(file), file.toString());
            if (script) {
                assertEquals(new Ended(0, ""), run("sh", "-n", file.toAbsolutePath().toString()));
                assertTrue(Files.readString(file).contains("\nset -eu\n"), file.toString());
            }
        }
    }

    @Test
    void everyFolderOfExamplesIsInTheirIndex() throws IOException {
        String index = Example.text("README.md");
        for (Path file : all()) {
            Path folder = Example.ROOT.relativize(file).getParent();
            assertTrue(folder == null || index.contains("](" + folder + "/)"), file.toString());
        }
    }
}
