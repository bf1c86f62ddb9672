package org.jkeepalived.daemon.service;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jkeepalived.daemon.cleanup.CrashRecord;
import org.jkeepalived.daemon.cleanup.HeldResources;
import org.jkeepalived.daemon.cli.DaemonOptions;
import org.jkeepalived.daemon.host.ChildLauncher;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.daemon.kernel.EffectBatch;
import org.jkeepalived.daemon.kernel.KernelPort;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.daemon.loop.CoreDriver;
import org.jkeepalived.daemon.loop.VrrpLoop;
import org.jkeepalived.daemon.observe.History;
import org.jkeepalived.daemon.observe.LogLines;
import org.jkeepalived.daemon.observe.ManagerStatus;
import org.jkeepalived.daemon.observe.Observers;
import org.jkeepalived.daemon.observe.ScriptNotifier;
import org.jkeepalived.daemon.process.ServiceManager;
import org.jkeepalived.daemon.resource.AddressKey;
import org.jkeepalived.daemon.resource.Holdings;
import org.jkeepalived.daemon.snapshot.DaemonSnapshot;
import org.jkeepalived.daemon.tracking.ScriptSource;
import org.jkeepalived.daemon.tracking.TrackerSources;
import org.jkeepalived.daemon.tracking.TrackerStatus;
import org.jkeepalived.health.NotifyRunner;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.event.Poller;
import org.jkeepalived.netlink.event.SignalReceiver;
import org.jkeepalived.netlink.route.RouteMonitor;

/**
 * The parts of a running daemon, made and joined in the order in which they need each other. Whatever thread is needed
 * later runs when it is made. An observer is added in {@link #observe}, a source of trackers where {@link #trackers} is
 * made.
 */
final class Wiring implements AutoCloseable {

    /** Notifications alone: eight states of a thousand instances. */
    private static final int NOTIFY_CAPACITY = 1 << 13;
    private static final int STATUS_CAPACITY = 1 << 12;

    /**
     * What the daemon is given when it is made.
     *
     * @param addressRecord where the addresses that it holds are recorded
     * @param dumpDirectory where dumps go, asked for at each
     */
    record Surroundings(
            LinkTable links,
            RouteMonitor monitor,
            SignalReceiver signals,
            ServiceManager serviceManager,
            Platform platform,
            Path addressRecord,
            Supplier<Path> dumpDirectory) {}

    final DaemonLog journal;
    final Troubles troubles;
    final FilesThread files;
    final KernelPort kernel;
    final EffectBatch effects;
    private final HeldResources held;
    final AdvertFamilies families;
    final CoreDriver core;
    final RouterController controller;
    final VrrpLoop loop;
    final NotifyRunner notifier;
    final TrackerSources trackers;
    final ManagerStatus status;
    final Dumps dumps;
    final LifecycleScript ownScript;
    final EmergencyStop emergency;

    /** @param signalled told the number of each signal, on the loop's thread */
    Wiring(DaemonOptions options, DaemonLog journal, Surroundings given, IntConsumer signalled)
            throws SystemCallException {
        this.journal = journal;
        troubles = new Troubles(journal);
        journal.onFailure(mistake -> troubles.failed("log", mistake));
        files = new FilesThread(mistake -> troubles.failed("files", mistake));
        kernel = given.platform().openOutputs();
        families = new AdvertFamilies(kernel);
        Observers observers = new Observers(journal::vrrp);
        Holdings holdings = new Holdings();
        holdings.presence(key -> key instanceof AddressKey address
                && given.links().has(address.interfaceIndex(), address.address()));
        effects = new EffectBatch(kernel, holdings, observers);
        effects.changes()
                .onLeftBehind((claim, error) -> journal
                        .vrrp("cannot remove " + claim.object().text() + ": " + error + "; it stays on this host"));
        held = record(options, given, holdings);
        emergency = new EmergencyStop(effects);
        History history = new History();
        core = new CoreDriver(effects, history);
        controller = new RouterController(given.links(), given.monitor(), holdings, effects, core, observers, journal);
        loop = new VrrpLoop(poller(given, signalled), given.links(), effects, core, journal::vrrp);
        ChildLauncher launcher = new ChildLauncher();
        launcher.adoptOrphans();
        ownScript = new LifecycleScript(launcher, journal);
        notifier = new NotifyRunner(launcher, event -> {
            String line = event.logLine();
            if (!line.isEmpty()) {
                journal.vrrp(line);
            }
        }, mistake -> troubles.failed("notify", mistake));
        trackers = new TrackerSources(new ScriptSource(launcher, journal,
                (tracker, condition) -> loop.inbox().post(() -> controller.changed(tracker, condition)),
                mistake -> troubles.failed("checks", mistake)), controller.interfaces());
        status = new ManagerStatus(given.serviceManager(), files, this::restoreStatus);
        troubles.tell(status);
        dumps = new Dumps(options, journal, new DumpSource(), files, given.dumpDirectory());
        observers.addDirect(history);
        observe(observers);
    }

    /** Who wants the addresses to stay after a stop wants them after a crash, too, and has no record: null. */
    private HeldResources record(DaemonOptions options, Surroundings given, Holdings holdings) {
        if (options.stop().keepVrrp()) {
            return null;
        }
        HeldResources kept = new HeldResources(new CrashRecord(given.addressRecord(), journal::vrrp),
                given.links().table(), files);
        holdings.listen(kept);
        effects.onTurnEnd(kept::turnEnded);
        return kept;
    }

    private static Poller poller(Surroundings given, IntConsumer signalled) throws SystemCallException {
        Poller poller = Poller.open();
        poller.register(given.monitor(), () -> given.monitor().read(given.links()));
        poller.register(given.signals(), () -> {
            for (int signal = given.signals().next(); signal > 0; signal = given.signals().next()) {
                signalled.accept(signal);
            }
        });
        return poller;
    }

    private void observe(Observers observers) {
        observers.addDirect(new LogLines(journal));
        observers.add(new ScriptNotifier(notifier, journal::vrrp), notifier, NOTIFY_CAPACITY);
        // Also without a service manager: the rehearsal has none, and a start finds in the cache what that one used.
        observers.add(status, files, STATUS_CAPACITY);
    }

    private void restoreStatus() {
        loop.inbox().post(() -> status.restore(controller.snapshot()));
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

    /** In the opposite order. The addresses have been removed; {@link #abandon} is for where they have not. */
    @Override
    public void close() {
        if (held != null) {
            held.end();
        }
        kernel.close();
        abandon();
    }

    /** As {@link #close}, but the record of addresses stays for who cleans up after this process. */
    void abandon() {
        files.close();
        loop.close();
    }
}
