package org.jkeepalived.daemon.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.daemon.cli.Shell;
import org.jkeepalived.daemon.host.ThisHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** --dump-config and --reload-plan. */
class ConfigInquiryTest {
    private static final String GLOBAL = "global_defs {\n  router_id A\n}\n";

    @TempDir
    private Path folder;

    private final List<Integer> codes = new ArrayList<>();

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** What a command line prints on standard output and standard error. */
    private List<String> run(String... words) {
        PrintStream output = System.out;
        PrintStream errors = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            codes.add(new Shell(_ -> -1, options -> {
                try {
                    return new ConfigInquiry(options, ThisHost.facts()).answer();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }, System.out, System.err).execute(List.of(words)));
        } finally {
            System.setOut(output);
            System.setErr(errors);
        }
        return List.of(printed.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aDumpIsPrintedWithTheFileItComesFrom() throws IOException {
        Path file = file("a.conf", GLOBAL);
        List<String> printed = run("--dump-config", "-f", file.toString());
        assertTrue(printed.getFirst().startsWith("# " + file + "\n"), printed.getFirst());
        assertTrue(printed.getFirst().contains("    router_id A "), printed.getFirst());
        assertTrue(printed.getFirst().contains("# " + file + ":2\n"), printed.getFirst());
        assertEquals("", printed.getLast());
        assertEquals(List.of(0), codes);
    }

    @Test
    void problemsAreOnStandardErrorAndInTheExitCodeAsOfATest() throws IOException {
        Path file = file("a.conf", GLOBAL + "foo\n");
        List<String> printed = run("--dump-config", "--config-test-format", "keepalived", "-f", file.toString());
        assertTrue(printed.getFirst().contains("router_id A"));
        assertEquals("(Line 4) Unknown keyword 'foo'\n", printed.getLast());
        assertEquals(List.of(5), codes);
    }

    @Test
    void aReadingThatStopsPrintsNothing() throws IOException {
        List<String> printed = run("--dump-config", "-f",
                file("a.conf", "global_defs {\nvrrp_version\n}\n").toString());
        assertEquals("", printed.getFirst());
        assertEquals(List.of(2), codes);
    }

    @Test
    void aPlanBeginsWithItsSummary() throws IOException {
        Path old = file("old.conf", GLOBAL);
        Path fresh = file("new.conf", GLOBAL.replace("A", "B"));
        List<String> printed = run("--reload-plan", old.toString(), fresh.toString());
        assertEquals(
                List.of("1 change: 1 hitless",
                        "changed global_defs / router_id: A -> B  hitless           # " + fresh + ":2"),
                printed.getFirst().lines().toList());
        assertEquals(List.of(0), codes);
    }

    @Test
    void aReloadThatTheDaemonWouldRefuseSaysSo() throws IOException {
        Path old = file("old.conf", GLOBAL);
        Path fresh = file("new.conf", "global_defs {\n  router_id A\n");
        List<String> printed = run("--reload-plan", old.toString(), fresh.toString());
        assertEquals(
                "The daemon would refuse this reload: the new configuration does not close its blocks, the running one did",
                printed.getFirst().lines().findFirst().orElseThrow());
        assertEquals(List.of(5), codes);
    }
}
