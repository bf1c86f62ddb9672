package org.jkeepalived.daemon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jkeepalived.daemon.cli.DaemonOptions;
import org.jkeepalived.daemon.cli.Shell;
import org.jkeepalived.daemon.log.DatagramSink;
import org.jkeepalived.daemon.log.Ident;
import org.jkeepalived.daemon.log.LogTargets;
import org.jkeepalived.daemon.log.LogWriter;
import org.jkeepalived.daemon.log.Severity;
import org.jkeepalived.daemon.process.PidFilePaths;
import org.jkeepalived.daemon.process.PidFiles;
import org.jkeepalived.daemon.process.ServiceManager;
import org.jkeepalived.daemon.run.ConfigTest;
import org.jkeepalived.daemon.run.Daemon;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.process.OwnProcess;

/** Walks through the daemon's work against in-memory sinks, while the AOT cache is recorded. */
public final class Rehearsal {
    private Rehearsal() {}

    /** Ends the process with 0 where everything went as it should. */
    public static void main(String[] arguments) throws IOException, SystemCallException {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        Shell shell = new Shell(Rehearsal::outerShell, Rehearsal::outerShell, nowhere, nowhere);
        int code = shell.execute(List.of("-v")) + shell.execute(List.of("--signum=JSON"))
                + shell.execute(List.of("-h"))
                + shell.execute(List.of("-nlD", "-f", "/dev/null", "--log-facility=local1"));
        if (code != 0) {
            throw new IllegalStateException("the command line was not understood");
        }
        startWithoutConfiguration(nowhere);
        org.jkeepalived.daemon.run.Rehearsal.perform(nowhere);
    }

    /** A start and a test that end where the configuration should be, with the files that both leave. */
    private static void startWithoutConfiguration(PrintStream nowhere) throws IOException {
        Path directory = Files.createTempDirectory("rehearsal");
        Path absent = directory.resolve("absent.conf");
        Path findings = directory.resolve("findings");
        Shell shell = new Shell(Daemon::run, ConfigTest::run, nowhere, nowhere);
        int umask = OwnProcess.umask(0);
        try {
            shell.execute(List.of("-nG", "-f", absent.toString(), "-p", directory.resolve("a").toString(), "-r",
                    directory.resolve("b").toString()));
            shell.execute(List.of("--config-test=" + findings, "-f", absent.toString()));
        } finally {
            OwnProcess.umask(umask);
            Files.deleteIfExists(findings);
            Files.delete(directory);
        }
    }

    private static int outerShell(DaemonOptions options) {
        DatagramSink.Opener opener = _ -> new MemorySink();
        PrintStream console = new PrintStream(new ByteArrayOutputStream());
        try {
            Path directory = Files.createTempDirectory("rehearsal");
            PidFilePaths paths = PidFilePaths.of(Optional.of(directory.resolve("a")),
                    Optional.of(directory.resolve("b")),
                    options.namespace());
            long pid = ProcessHandle.current().pid();
            LogTargets targets = new LogTargets(Optional.of(console), options.log().syslog(), options.log().facility(),
                    "", pid);
            try (PidFiles files = PidFiles.claim(paths.all(), pid).orElseThrow();
                    LogWriter log = LogWriter.start(targets, opener, 1 << 10)) {
                log.log(Ident.PARENT, Severity.INFO, "Starting");
                log.log(Ident.VRRP, Severity.WARNING, lines -> lines.line("(VI_1) Entering MASTER STATE"));
                files.problems().forEach(log::vrrp);
                ServiceManager manager = new ServiceManager(Map.of("NOTIFY_SOCKET", "@"), opener);
                manager.ready(pid, "");
                manager.stopping();
            }
            Files.delete(directory);
            return 0;
        } catch (IOException failure) {
            return 1;
        }
    }

    /** Takes every datagram. */
    private record MemorySink() implements DatagramSink {
        @Override
        public boolean send(byte[] data, int length) {
            return true;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
