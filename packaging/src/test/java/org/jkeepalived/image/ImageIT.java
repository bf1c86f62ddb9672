package org.jkeepalived.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runtime image as its users see it: its output, its exit codes, its process name, its files. */
class ImageIT {
    private static final Path IMAGE = Path.of(System.getProperty("jkeepalived.image"));
    private static final Path LAUNCHER = IMAGE.resolve("bin/keepalived");

    private static final Pattern OWN_CLASS = Pattern.compile(" ((?:org\\.jkeepalived|picocli)\\.[^ /]*)");

    @TempDir
    private Path directory;

    private record Ended(int code, String output, String errors) {}

    private Ended run(List<String> command) throws IOException, InterruptedException {
        return run(new ProcessBuilder(command));
    }

    private Ended run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Path errors = directory.resolve("errors");
        Process process = builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
        return new Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    private Ended keepalived(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** A configuration that ends a test run by itself: it opens no block. */
    private Path configuration() throws IOException {
        return Files.writeString(directory.resolve("keepalived.conf"), "global_defs {\n    router_id test\n}\n");
    }

    @Test
    void versionIsTheFirstLineOfStandardError() throws IOException, InterruptedException {
        Ended ended = keepalived("-v");
        assertEquals(0, ended.code);
        assertEquals("", ended.output);
        assertTrue(ended.errors.startsWith("Keepalived v2.4.3 ("), ended.errors);
        assertTrue(ended.errors.contains("--enable-json"), ended.errors);
        assertFalse(ended.errors.toLowerCase(Locale.ROOT).contains("warning"), ended.errors);
    }

    @Test
    void signumPrintsABareNumber() throws IOException, InterruptedException {
        assertEquals(new Ended(0, "36\n", ""), keepalived("--signum=JSON"));
    }

    @Test
    void theCallersJavaSettingsAreIgnored() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(LAUNCHER.toString(), "--signum=DATA");
        for (String variable : List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS")) {
            builder.environment().put(variable, "-Xmx1k");
        }
        builder.environment().put("CLASSPATH", "/nowhere");
        assertEquals(new Ended(0, "10\n", ""), run(builder));
    }

    @Test
    void badOptionsExitWithOne() throws IOException, InterruptedException {
        assertEquals(new Ended(1, "", "Unknown option --bogus\n"), keepalived("--bogus"));
        assertEquals(new Ended(1, "", "Missing parameter for option -f\n"), keepalived("-nlf"));
    }

    @Test
    void theConfigurationTestPrintsNothingOfTheVirtualMachines() throws IOException, InterruptedException {
        Ended ended = keepalived("-t", "-f", configuration().toString());
        assertEquals("", ended.output);
        assertFalse(ended.errors.contains("java"), ended.errors);
    }

    @Test
    void aLinkToTheLauncherWorks() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(directory.resolve("keepalived"), LAUNCHER.toAbsolutePath());
        assertEquals(new Ended(0, "12\n", ""), run(List.of(link.toString(), "--signum=STATS")));
        Files.delete(link);
        ProcessBuilder relative = new ProcessBuilder("sh", "-c", "bin/keepalived --signum=STATS")
                .directory(IMAGE.toFile());
        assertEquals(new Ended(0, "12\n", ""), run(relative));
    }

    /** The daemon's classes that a run with the cache loads, those from the cache apart from the others. */
    private record Loaded(List<String> cached, List<String> fresh) {}

    /** Runs a virtual machine that refuses to start without the cache. */
    private Loaded runWithCache(String... program) throws IOException, InterruptedException {
        Path log = directory.resolve("classes");
        // The launcher's signal mask and environment: the rehearsal sends signals to itself.
        List<String> command = new ArrayList<>(
                List.of("env", "--block-signal=HUP,INT,TERM,USR1,USR2,CHLD,PIPE,RTMIN+2,RTMAX-1", "_JAVA_SR_SIGNUM=60",
                        "TMPDIR=" + directory, IMAGE.resolve("lib/runtime/bin/keepalived").toString(),
                        "@" + IMAGE.resolve("lib/jvm.options"), "-Xlog:class+load:file=" + log, "-XX:AOTMode=on",
                        "-XX:AOTCache=" + IMAGE.resolve("lib/keepalived.aot"),
                        "-Djffi.boot.library.path=" + IMAGE.resolve("lib/native"), "-cp",
                        IMAGE.resolve("lib/app/keepalived.jar").toString()));
        command.addAll(List.of(program));
        Ended ended = run(command);
        assertFalse(ended.errors.contains("AOT"), ended.errors);
        List<String> cached = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            Matcher matcher = OWN_CLASS.matcher(line);
            if (matcher.find()) {
                (line.contains("source: shared objects file") ? cached : fresh).add(matcher.group(1));
            }
        }
        return new Loaded(cached, fresh);
    }

    @Test
    void theAotCacheIsAcceptedAndHoldsTheConfigurationTest() throws IOException, InterruptedException {
        Loaded loaded = runWithCache("org.jkeepalived.daemon.Main", "-t", "-f", configuration().toString());
        assertFalse(loaded.cached.isEmpty());
        // What a training run cannot reach is loaded afresh: little of it, or the training has rotted.
        assertTrue(loaded.fresh.size() * 20 <= loaded.cached.size(), loaded.fresh::toString);
    }

    @Test
    void theAotCacheHoldsTheTakeover() throws IOException, InterruptedException {
        Loaded loaded = runWithCache("org.jkeepalived.daemon.Rehearsal", directory.toString());
        for (String name : List.of("vrrp.RouterSet", "vrrp.packet.AdvertPayload", "daemon.loop.VrrpLoop",
                "daemon.kernel.EffectBatch", "daemon.kernel.RouterEffects", "netlink.event.Poller",
                "netlink.packet.AdvertFrame", "netlink.packet.AnnouncementFrame", "netlink.message.RequestBatch",
                "daemon.messages.ReportLines", "health.NotifyRunner")) {
            assertTrue(loaded.cached.contains("org.jkeepalived." + name), name);
        }
        assertTrue(loaded.fresh.size() * 20 <= loaded.cached.size(), loaded.fresh::toString);
    }

    @Test
    void nothingIsWrittenToTmp() throws IOException, InterruptedException {
        Path traced = Files.createDirectory(directory.resolve("tmp"));
        Files.setPosixFilePermissions(traced, PosixFilePermissions.fromString("r-xr-xr-x"));
        ProcessBuilder builder = new ProcessBuilder(LAUNCHER.toString(), "-t", "-f", configuration().toString());
        builder.environment().put("TMPDIR", traced.toString());
        run(builder);
        try (Stream<Path> files = Files.list(traced)) {
            assertEquals(0, files.count());
        }
        try (Stream<Path> files = Files.list(Path.of("/tmp"))) {
            assertEquals(List.of(), files.map(Path::toString).filter(name -> name.contains("jffi")).toList());
        }
    }

    @Test
    void noFileOfTheImageIsCalledJava() {
        assertTrue(Files.notExists(IMAGE.resolve("lib/runtime/bin/java")));
        assertTrue(Files.isExecutable(IMAGE.resolve("lib/runtime/bin/keepalived")));
    }

    @Test
    void inTheBackgroundTheDaemonsExitCodeIsPassedOn() throws IOException, InterruptedException {
        Ended ended = keepalived("-G", "-f", directory.resolve("absent.conf").toString(), "-p",
                directory.resolve("a.pid").toString(), "-r", directory.resolve("b.pid").toString());
        assertEquals(new Ended(6, "", ""), ended);
        assertFalse(Files.exists(directory.resolve("a.pid")));
    }
}
