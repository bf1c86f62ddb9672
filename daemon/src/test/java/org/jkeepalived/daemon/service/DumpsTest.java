package org.jkeepalived.daemon.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.LoadOptions;
import org.jkeepalived.daemon.cli.CommandLineParser;
import org.jkeepalived.daemon.cli.Invocation;
import org.jkeepalived.daemon.host.ThisHost;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.daemon.log.LogTargets;
import org.jkeepalived.daemon.log.LogWriter;
import org.jkeepalived.daemon.log.SyslogFacility;
import org.jkeepalived.daemon.mapping.InstanceMapper;
import org.jkeepalived.daemon.mapping.TrackerIds;
import org.jkeepalived.daemon.snapshot.DaemonSnapshot;
import org.jkeepalived.daemon.snapshot.HostLinks;
import org.jkeepalived.daemon.snapshot.WallClock;
import org.jkeepalived.daemon.tracking.TrackerSources;
import org.jkeepalived.daemon.tracking.TrackerStatus;
import org.jkeepalived.netlink.process.OwnProcess;
import org.jkeepalived.vrrp.RouterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpsTest {
    private static final String INSTANCE = """
            global_defs {
              dynamic_interfaces
            }
            vrrp_instance VI_1 {
              interface jk-absent0
              virtual_router_id 51
              priority 100
              virtual_ipaddress {
                192.0.2.10
              }
            }
            """;
    @TempDir
    private Path directory;
    private final List<String> calls = new ArrayList<>();

    private List<String> log(String configuration, Path target, List<String> words, Consumer<Dumps> use) {
        return log(configuration, target, words, Runnable::run, use);
    }

    /** Runs dumps on the calling thread and returns the log's lines without their times. */
    private List<String> log(String configuration, Path target, List<String> words, Executor files,
            Consumer<Dumps> use) {
        var options = assertInstanceOf(Invocation.Run.class, CommandLineParser.parse(words)).options();
        var console = new ByteArrayOutputStream();
        var targets = new LogTargets(Optional.of(new PrintStream(console, true, StandardCharsets.UTF_8)), false,
                SyslogFacility.DAEMON, "", 7);
        try (LogWriter writer = LogWriter.start(targets, _ -> {
            throw new IOException("no system log");
        }, 16)) {
            use.accept(new Dumps(options, new DaemonLog(writer, 0), source(configuration), files, () -> target));
        }
        return console.toString(StandardCharsets.UTF_8).lines().map(line -> line.substring(26)).toList();
    }

    private Dumps.Source source(String text) {
        var configuration = ConfigLoader.loadText("keepalived.conf", text, LoadOptions.run(ThisHost.facts()))
                .configuration();
        LinkTable links = new LinkTable();
        RouterSet routers = new RouterSet(
                new InstanceMapper(TrackerSources.KINDS, new TrackerIds(), links).map(configuration));
        return new Dumps.Source() {
            @Override
            public DaemonSnapshot situation() {
                calls.add("situation");
                WallClock clock = WallClock.now();
                return new DaemonSnapshot(clock, configuration, routers.snapshot(clock.nowNanos()),
                        HostLinks.of(links.table()));
            }

            @Override
            public List<TrackerStatus> trackers() {
                return List.of();
            }

            @Override
            public void clearCounters() {
                calls.add("clear");
            }
        };
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String read(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    @Test
    void sigusr1WritesTheDataOfTheParentAndOfVrrp() throws IOException {
        assertEquals(
                List.of("Printing parent data for process(" + OwnProcess.pid() + ") on signal",
                        "Printing VRRP data for process(" + OwnProcess.pid() + ") on signal"),
                log(INSTANCE, directory, List.of("-n"), Dumps::data));
        assertEquals(List.of("keepalived.data", "keepalived_parent.data"), files());
        assertTrue(read("keepalived.data").contains(" VRRP Instance = VI_1\n"));
        assertFalse(read("keepalived_parent.data").contains("VRRP Topology"));
        assertTrue(read("keepalived.data").startsWith(read("keepalived_parent.data")));
    }

    @Test
    void sigusr2WritesTheStatistics() throws IOException {
        assertEquals(List.of("Printing VRRP stats for process(" + OwnProcess.pid() + ") on signal"),
                log(INSTANCE, directory, List.of("-n"), dumps -> dumps.stats(false)));
        assertTrue(read("keepalived.stats").startsWith("VRRP Instance: VI_1\n"));
        assertEquals(List.of("situation"), calls);
    }

    @Test
    void signal63WritesTheStatisticsAndThenClearsTheCounters() throws IOException {
        assertEquals(List.of("Printing and clearing VRRP stats for process(" + OwnProcess.pid() + ") on signal"),
                log(INSTANCE, directory, List.of("-n"), dumps -> dumps.stats(true)));
        assertEquals(List.of("keepalived.stats"), files());
        assertEquals(List.of("situation", "clear"), calls);
    }

    @Test
    void dumpsThatWaitForTheDiskAreWrittenOnceAndNoCountIsLost() throws IOException {
        Deque<Runnable> disk = new ArrayDeque<>();
        log(INSTANCE, directory, List.of("-n"), disk::add, dumps -> {
            for (int i = 0; i < 5; i++) {
                dumps.data();
                dumps.stats(false);
                dumps.stats(true);
                dumps.json();
            }
        });
        assertEquals(4, disk.size());
        assertEquals(1, calls.stream().filter("clear"::equals).count());
        disk.forEach(Runnable::run);
        assertEquals(List.of("keepalived.data", "keepalived.json", "keepalived.stats", "keepalived_parent.data"),
                files());
    }

    @Test
    void theJsonSignalWritesTheConfiguredVersion() throws IOException {
        log(INSTANCE, directory, List.of("-n"), Dumps::json);
        assertTrue(read("keepalived.json").startsWith("[{\"data\":{\"iname\":\"VI_1\""));
        assertEquals(List.of("Printing VRRP as json for process(" + OwnProcess.pid() + ") on signal"),
                log(INSTANCE.replaceFirst("\\{", "{\njson_version 2"), directory, List.of("-n"), Dumps::json));
        assertTrue(read("keepalived.json").startsWith("{\"vrrp\":[{\"data\":"));
    }

    @Test
    void withoutInstancesThereIsNoJsonFile() throws IOException {
        log("global_defs {\n}\n", directory, List.of("-n"), Dumps::json);
        assertEquals(List.of(), files());
    }

    @Test
    void dataDumpsGoWhereStateDumpFileSaysUnderTheNameOfTheInstance() throws IOException {
        String global = "instance blue\nglobal_defs {\ndata_use_instance\nstate_dump_file " + directory
                + "/sub/state.txt\n}\n";
        Files.createDirectory(directory.resolve("sub"));
        log(global + INSTANCE, Path.of("/nonexistent"), List.of("-n"), Dumps::data);
        try (Stream<Path> written = Files.list(directory.resolve("sub"))) {
            assertEquals(List.of("state.blue.txt", "state_parent.blue.txt"),
                    written.map(file -> file.getFileName().toString()).sorted().toList());
        }
        log(global + INSTANCE, directory, List.of("-n"), dumps -> dumps.stats(false));
        assertTrue(files().contains("keepalived.stats"));
    }

    @Test
    void theUmaskOfTheCommandLineWinsOverTheConfigurations() throws IOException {
        log(INSTANCE.replaceFirst("\\{", "{\numask 0077"), directory, List.of("-n"), dumps -> dumps.stats(false));
        assertEquals("rw-------", mode());
        log(INSTANCE.replaceFirst("\\{", "{\numask 0077"), directory, List.of("-n", "-u", "022"),
                dumps -> dumps.stats(false));
        assertEquals("rw-r--r--", mode());
    }

    private String mode() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("keepalived.stats")));
    }

    @Test
    void aFileThatCannotBeWrittenIsLogged() {
        Path absent = directory.resolve("absent");
        List<String> lines = log(INSTANCE, absent, List.of("-n"), dumps -> dumps.stats(false));
        assertEquals(2, lines.size());
        assertTrue(lines.getLast().startsWith("Can't write " + absent.resolve("keepalived.stats")), lines.getLast());
    }

    @Test
    void dWritesTheConfigurationToTheLog() {
        List<String> lines = log(INSTANCE, directory, List.of("-n", "-d"), Dumps::configuration);
        assertEquals("------< Global definitions >------", lines.getFirst());
        assertTrue(lines.contains(" VRRP Instance = VI_1"));
        assertTrue(lines.contains("   No sockets allocated"));
        assertFalse(lines.contains("   State = INIT"));
    }
}
