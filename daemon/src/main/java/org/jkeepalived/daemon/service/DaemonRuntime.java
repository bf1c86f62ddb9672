package org.jkeepalived.daemon.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jkeepalived.config.LoadResult;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.ScriptOptions;
import org.jkeepalived.daemon.cleanup.AddressRecord;
import org.jkeepalived.daemon.cleanup.RecordingKernel;
import org.jkeepalived.daemon.cli.DaemonOptions;
import org.jkeepalived.daemon.dump.DumpWriter;
import org.jkeepalived.daemon.host.ChildLauncher;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.daemon.kernel.EffectBatch;
import org.jkeepalived.daemon.kernel.KernelPort;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.daemon.loop.CoreDriver;
import org.jkeepalived.daemon.loop.VrrpLoop;
import org.jkeepalived.daemon.observe.LogLines;
import org.jkeepalived.daemon.observe.ManagerStatus;
import org.jkeepalived.daemon.observe.Observers;
import org.jkeepalived.daemon.observe.ScriptNotifier;
import org.jkeepalived.daemon.process.ServiceManager;
import org.jkeepalived.daemon.process.Watchdog;
import org.jkeepalived.daemon.snapshot.DaemonSnapshot;
import org.jkeepalived.daemon.tracking.ScriptSource;
import org.jkeepalived.daemon.tracking.TrackerSources;
import org.jkeepalived.daemon.tracking.TrackerStatus;
import org.jkeepalived.health.NotifyRunner;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.event.Poller;
import org.jkeepalived.netlink.event.SignalReceiver;
import org.jkeepalived.netlink.route.RouteMonitor;

/** The daemon while it serves: the controller in its loop, and the threads around it. Made and run by the VRRP thread. */
final class DaemonRuntime implements AutoCloseable {

    private static final long FILES_LIMIT_MILLIS = 1_000;
    /** Notifications alone: eight states of a thousand instances. */
    private static final int NOTIFY_CAPACITY = 1 << 13;
    private static final int STATUS_CAPACITY = 1 << 12;

    private final DaemonOptions options;
    private final DaemonLog journal;
    private final ServiceManager serviceManager;
    private final KernelPort outputs;
    private final RouterController controller;
    private final VrrpLoop loop;
    private final NotifyRunner notifications;
    private final Observers observers;
    private final TrackerSources trackers;
    private final Dumps dumps;
    private final Reloads reloads;
    private final ManagerStatus status;
    private final LifecycleScript ownScript;
    private final ExecutorService files = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon(true).name("files").factory());
    private final Set<String> failedThreads = ConcurrentHashMap.newKeySet();
    private Watchdog watchdog;
    private ScriptOptions scripts;

    private DaemonRuntime(DaemonOptions options, DaemonLog journal, LinkTable links, RouteMonitor monitor,
            SignalReceiver signals, ServiceManager serviceManager, Platform platform, Path addressRecord)
            throws SystemCallException {
        this.options = options;
        this.journal = journal;
        this.serviceManager = serviceManager;
        KernelPort plain = platform.openOutputs();
        // Who wants the addresses to stay after a stop wants them after a crash, too.
        this.outputs = options.stop().keepVrrp()
                ? plain
                : new RecordingKernel(plain, links.table(), new AddressRecord(addressRecord, journal::vrrp), files);
        observers = new Observers(journal::vrrp);
        EffectBatch effects = new EffectBatch(outputs, observers);
        CoreDriver core = new CoreDriver(effects);
        controller = new RouterController(links, effects, core, observers, journal);
        Poller poller = Poller.open();
        poller.register(monitor, () -> monitor.read(links));
        poller.register(signals, () -> {
            for (int signal = signals.next(); signal > 0; signal = signals.next()) {
                signalled(signal);
            }
        });
        loop = new VrrpLoop(poller, links, effects, core, journal::vrrp);
        ChildLauncher launcher = new ChildLauncher();
        launcher.adoptOrphans();
        ownScript = new LifecycleScript(launcher, journal);
        notifications = new NotifyRunner(launcher, event -> {
            String line = event.logLine();
            if (!line.isEmpty()) {
                journal.vrrp(line);
            }
        }, mistake -> failed("notify", mistake));
        trackers = new TrackerSources(new ScriptSource(launcher, journal,
                (tracker, condition) -> loop.inbox().post(() -> controller.changed(tracker, condition)),
                mistake -> failed("checks", mistake)), controller.interfaces());
        dumps = new Dumps(options, journal, new DumpSource(), files,
                () -> DumpWriter.directory(System.getenv("TMPDIR")));
        status = new ManagerStatus(serviceManager, files,
                () -> loop.inbox().post(() -> status().restore(controller.snapshot())));
        observers.addDirect(new LogLines(journal));
        observers.add(new ScriptNotifier(notifications, journal::vrrp), notifications, NOTIFY_CAPACITY);
        if (serviceManager.present()) {
            observers.add(status, files, STATUS_CAPACITY);
        }
        reloads = new Reloads(options, journal, status, files, loop.inbox(), this::apply, platform);
    }

    /** @param addressRecord where the addresses that it holds are recorded */
    static DaemonRuntime open(DaemonOptions options, DaemonLog journal, LinkTable links, RouteMonitor monitor,
            SignalReceiver signals, ServiceManager serviceManager, Platform platform, Path addressRecord)
            throws SystemCallException {
        return new DaemonRuntime(options, journal, links, monitor, signals, serviceManager, platform, addressRecord);
    }

    /** Serves until a signal ends it; returns false when a mistake in this program did, after an orderly stop all the same. */
    boolean run(LoadResult loaded) throws SystemCallException {
        scripts = loaded.configuration().global().scripts();
        ownScript.run("startup", scripts.startup(), scripts.startupTimeoutNanos());
        ProcessSettings.apply(loaded.configuration().global(), journal);
        controller.configure(loaded.configuration());
        adopt(loaded);
        if (options.log().dumpConfiguration()) {
            dumps.configuration();
        }
        controller.start(loop);
        trackers.configure(loaded.configuration());
        journal.parent("Startup complete");
        WarmUp.start();
        status.ready();
        ProcessSettings.title(System.getProperty("jkeepalived.program", ""), options, files);
        watchdog = Watchdog.start(serviceManager, loop::turns, loop::wake);
        boolean sound = serve();
        notifications.close();
        trackers.close();
        ownScript.run("shutdown", scripts.shutdown(), scripts.shutdownTimeoutNanos());
        return sound;
    }

    private boolean serve() throws SystemCallException {
        try {
            loop.run();
            return true;
        } catch (RuntimeException mistake) {
            journal.vrrp(lines -> {
                lines.line("Internal error, stopping: " + mistake);
                for (StackTraceElement frame : mistake.getStackTrace()) {
                    lines.line("  at " + frame);
                }
            });
            controller.stop();
            return false;
        }
    }

    private void adopt(LoadResult loaded) throws SystemCallException {
        for (var instance : loaded.configuration().instances()) {
            outputs.enable(switch (instance.family()) {
                case IPV4 -> AddressFamily.IPV4;
                case IPV6 -> AddressFamily.IPV6;
            });
        }
        awaitedInterfaces(loaded);
        scripts = loaded.configuration().global().scripts();
        reloads.running(loaded);
    }

    /** keepalived's words, which it has with dynamic_interfaces alone. */
    private void awaitedInterfaces(LoadResult loaded) {
        loaded.configuration()
                .instances()
                .stream()
                .filter(instance -> !instance.interfaceExists())
                .map(InstanceSettings::interfaceName)
                .distinct()
                .forEach(name -> journal.vrrp("Configuration specifies interface " + name
                        + " which doesn't currently exist - will use if created"));
    }

    /** Goes over to a configuration that was read and found good. On the loop's thread. */
    private void apply(LoadResult loaded) {
        try {
            adopt(loaded);
            controller
                    .reconfigure(controller.prepare(loaded.configuration(), controller.present(), controller.facts()));
            trackers.configure(loaded.configuration());
            status.outcome("");
        } catch (SystemCallException e) {
            journal.vrrp("cannot send adverts: " + e.getMessage());
        }
    }

    private void signalled(int signal) {
        if (signal == SignalReceiver.SIGTERM || signal == SignalReceiver.SIGINT) {
            if (signal == SignalReceiver.SIGTERM || !options.stop().ignoreSigint()) {
                stop();
            }
        } else if (signal == SignalReceiver.SIGHUP) {
            reloads.request();
        } else if (signal == SignalReceiver.SIGUSR1) {
            dumps.data();
        } else if (signal == SignalReceiver.SIGUSR2) {
            dumps.stats(false);
        } else if (signal == Signals.WRITE_STATS_AND_CLEAR) {
            dumps.stats(true);
        } else if (signal == Signals.WRITE_JSON) {
            dumps.json();
        }
    }

    private final class DumpSource implements Dumps.Source {
        @Override
        public DaemonSnapshot situation() {
            return controller.situation();
        }

        @Override
        public List<TrackerStatus> trackers() {
            return trackers.statuses();
        }

        @Override
        public void clearCounters() {
            controller.clearCounters();
        }
    }

    private void stop() {
        journal.parent("Stopping");
        status.stopping();
        outputs.keepAddresses(options.stop().keepVrrp());
        controller.stop();
        loop.end();
    }

    /** A mistake on a thread beside the loop: it goes on with its next task. Any thread. */
    private void failed(String thread, Throwable mistake) {
        if (failedThreads.add(thread)) {
            journal.vrrp("The thread " + thread + " failed at a task: " + mistake);
            status.trouble("the thread " + thread + " has failed at a task: " + mistake);
        }
    }

    private ManagerStatus status() {
        return status;
    }

    @Override
    public void close() {
        if (watchdog != null) {
            watchdog.close();
        }
        outputs.close();
        finishFiles();
        loop.close();
    }

    /** What was begun is finished, within reason: the service manager hears of the stop, and no record of addresses stays behind. */
    private void finishFiles() {
        files.shutdown();
        try {
            files.awaitTermination(FILES_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
