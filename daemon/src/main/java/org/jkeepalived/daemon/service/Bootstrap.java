package org.jkeepalived.daemon.service;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jkeepalived.config.LoadResult;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.settings.DaemonSettings;
import org.jkeepalived.daemon.cli.DaemonOptions;
import org.jkeepalived.daemon.cli.VersionText;
import org.jkeepalived.daemon.dump.DumpWriter;
import org.jkeepalived.daemon.host.LinuxHostFacts;
import org.jkeepalived.daemon.host.SystemLogSocket;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.daemon.log.LogTargets;
import org.jkeepalived.daemon.log.LogWriter;
import org.jkeepalived.daemon.process.DaemonLabel;
import org.jkeepalived.daemon.process.Detachment;
import org.jkeepalived.daemon.process.PidFiles;
import org.jkeepalived.daemon.process.ServiceManager;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.event.SignalReceiver;
import org.jkeepalived.netlink.process.OwnProcess;
import org.jkeepalived.netlink.route.RouteMonitor;

/** One run of the daemon, from the command line to the exit code. */
public final class Bootstrap {

    /** Exit code: the daemon may not open raw sockets or change addresses. */
    private static final int EXIT_PERMISSION = 4;
    /** Exit code: a mistake in this program. */
    private static final int EXIT_INTERNAL = 70;
    private static final int LOG_CAPACITY = 1 << 14;
    private static final int DEFAULT_UMASK = 0177;
    private static final int COMMAND_LINE_WIDTH = 100;

    private final DaemonOptions options;
    private final DaemonLog journal;
    private final LogWriter log;
    private final Platform platform;

    private Bootstrap(DaemonOptions options, LogWriter log, Platform platform) {
        this.options = options;
        this.platform = platform;
        this.log = log;
        this.journal = new DaemonLog(log, options.log().detail());
    }

    /** Runs until a signal ends it; returns the process's exit code. Called on the main thread, which becomes the VRRP thread. */
    public static int run(DaemonOptions options) {
        return run(options, Platform.KERNEL);
    }

    /** As {@link #run(DaemonOptions)}, on another platform than the kernel's. */
    public static int run(DaemonOptions options, Platform platform) {
        OwnProcess.umask(options.umask().orElse(DEFAULT_UMASK));
        Optional<PrintStream> console = options.log().console() ? Optional.of(System.err) : Optional.empty();
        try (LogWriter log = LogWriter.start(
                new LogTargets(console, options.log().syslog(), options.log().facility(),
                        options.namespace().map(name -> "_" + name).orElse(""), OwnProcess.pid()),
                SystemLogSocket::open, LOG_CAPACITY)) {
            return new Bootstrap(options, log, platform).run();
        }
    }

    private int run() {
        greet();
        try (SignalReceiver signals = SignalReceiver.open(Signals.ALL)) {
            return configure(signals);
        } catch (SystemCallException e) {
            boolean permission = e.errno() == Errno.EPERM || e.errno() == Errno.EACCES;
            journal.parent("cannot run: " + e.getMessage()
                    + (permission ? " - VRRP needs root, or CAP_NET_ADMIN, CAP_NET_RAW and CAP_NET_BROADCAST" : ""));
            return permission ? EXIT_PERMISSION : 1;
        } finally {
            journal.parent("Stopped " + VersionText.KEEPALIVED);
        }
    }

    /** The configuration comes first: it says where the pid files are. */
    private int configure(SignalReceiver signals) throws SystemCallException {
        LinkTable links = new LinkTable();
        try (RouteMonitor monitor = RouteMonitor.open()) {
            monitor.readDump(links);
            platform.addLinks(links);
            LoadResult loaded = Configurations.load(options, new LinuxHostFacts(links.table()));
            describe(loaded);
            Optional<PidFiles> claimed = claim(loaded.configuration().daemon());
            if (claimed.isEmpty()) {
                journal.parent("daemon is already running");
                return 0;
            }
            try (PidFiles pidFiles = claimed.get()) {
                pidFiles.messages().forEach(journal::parent);
                return loaded.outcome().starts()
                        ? serve(loaded, links, monitor, signals)
                        : loaded.outcome().startExitCode();
            }
        }
    }

    private Optional<PidFiles> claim(DaemonSettings settings) {
        DaemonLabel label = Configurations.label(options, settings);
        if (!label.text().isEmpty()) {
            log.identSuffix(label.identSuffix());
            journal.parent("Changing syslog ident to Keepalived" + label.identSuffix());
        }
        return PidFiles.claim(Configurations.pidFiles(options, settings).all(), OwnProcess.pid());
    }

    private int serve(LoadResult loaded, LinkTable links, RouteMonitor monitor, SignalReceiver signals)
            throws SystemCallException {
        // Before the working directory changes: the pid file's name may be relative.
        Path addressRecord = Configurations.pidFiles(options, loaded.configuration().daemon()).addressRecord();
        new Detachment(System.getenv()).complete(OwnProcess::detach);
        if (loaded.configuration().global().umask() >= 0 && options.umask().isEmpty()) {
            OwnProcess.umask(loaded.configuration().global().umask());
        }
        if (loaded.configuration().instances().isEmpty()) {
            journal.parent("Warning - keepalived has no configuration to run");
        }
        try (DaemonRuntime service = DaemonRuntime.open(options, journal,
                new Wiring.Surroundings(links, monitor, signals, serviceManager(), platform, addressRecord,
                        () -> DumpWriter.directory(System.getenv("TMPDIR"))))) {
            return service.run(loaded) ? 0 : EXIT_INTERNAL;
        }
    }

    private static ServiceManager serviceManager() {
        return new ServiceManager(System.getenv(), SystemLogSocket::open);
    }

    private void greet() {
        journal.parent("Starting " + VersionText.KEEPALIVED);
        journal.parent("Running on " + VersionText.system() + " as " + VersionText.OWN);
        commandLine().forEach(journal::parent);
        for (String option : options.unsupported()) {
            journal.parent("Option " + option + " has no effect in this version");
        }
    }

    /** Each word in single quotes; what does not fit the line goes on, indented, in the next. */
    private List<String> commandLine() {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("Command line: 'keepalived'");
        for (String argument : options.arguments()) {
            String word = " '" + argument + "'";
            if (line.length() + word.length() > COMMAND_LINE_WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder("             ");
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private void describe(LoadResult loaded) {
        for (String file : loaded.files()) {
            if (journal.detailed()) {
                journal.parent("Opening file '" + file + "'.");
            }
        }
        journal.parent("Configuration file " + options.configurationFile());
        for (Diagnostic finding : loaded.logged()) {
            for (String line : finding.logLines()) {
                journal.vrrp(line);
            }
        }
    }
}
