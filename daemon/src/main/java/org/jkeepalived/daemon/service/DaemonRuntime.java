package org.jkeepalived.daemon.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.LoadResult;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.ScriptOptions;
import org.jkeepalived.daemon.cli.DaemonOptions;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.daemon.process.Watchdog;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.event.SignalReceiver;

/**
 * The life of a daemon: its start, the signals, the end, whatever the end comes from. Made and run by the VRRP thread.
 */
final class DaemonRuntime implements AutoCloseable {

    private final DaemonOptions options;
    private final DaemonLog journal;
    private final Wiring parts;
    private final Reloads reloads;
    private final Wiring.Surroundings given;
    private Watchdog watchdog;
    /** Whether routers may hold addresses that nobody has given up. */
    private boolean holding;

    private DaemonRuntime(DaemonOptions options, DaemonLog journal, Wiring.Surroundings given)
            throws SystemCallException {
        this.options = options;
        this.journal = journal;
        this.given = given;
        parts = new Wiring(options, journal, given, this::signalled);
        reloads = new Reloads(options, parts, given.platform());
    }

    static DaemonRuntime open(DaemonOptions options, DaemonLog journal, Wiring.Surroundings given)
            throws SystemCallException {
        return new DaemonRuntime(options, journal, given);
    }

    /**
     * Serves until a signal ends it; returns false when a mistake in this program did, after an end in order all the
     * same.
     *
     * @throws SystemCallException where it cannot begin
     */
    boolean run(LoadResult loaded) throws SystemCallException {
        ScriptOptions scripts = loaded.configuration().global().scripts();
        parts.ownScript.run("startup", scripts.startup(), scripts.startupTimeoutNanos());
        ProcessSettings.apply(loaded.configuration().global(), journal);
        Configuration possible = possible(loaded.configuration());
        Reloads.awaitedInterfaces(possible).forEach(journal::vrrp);
        parts.controller.configure(possible);
        reloads.running(loaded);
        if (options.log().dumpConfiguration()) {
            parts.dumps.configuration();
        }
        boolean sound = serve(possible);
        parts.notifier.close();
        parts.trackers.close();
        scripts = reloads.running().configuration().global().scripts();
        parts.ownScript.run("shutdown", scripts.shutdown(), scripts.shutdownTimeoutNanos());
        return sound;
    }

    /**
     * What of a configuration can run here. Where nothing of it can, or nothing may be sent at all, there is no start.
     */
    private Configuration possible(Configuration configuration) throws SystemCallException {
        Map<AddressFamily, SystemCallException> refused = parts.families.enable(configuration);
        if (refused.isEmpty()) {
            return configuration;
        }
        List<String> reasons = new ArrayList<>();
        Configuration rest = Reloads.without(configuration, refused, reasons);
        if (rest.instances().isEmpty()) {
            throw refused.values().iterator().next();
        }
        reasons.forEach(reason -> journal.parent("Started in part: " + reason));
        parts.status.outcome("started in part: " + String.join("; ", reasons));
        return rest;
    }

    private boolean serve(Configuration configuration) {
        try {
            holding = true;
            parts.controller.start(parts.loop);
            parts.trackers.configure(configuration);
            journal.parent("Startup complete");
            WarmUp.start();
            parts.status.ready();
            ProcessSettings.title(System.getProperty("jkeepalived.program", ""), options, parts.files);
            watchdog = Watchdog.start(given.serviceManager(), parts.loop::turns, parts.loop::wake);
            parts.loop.run();
            return true;
        } catch (Throwable mistake) {
            end(mistake);
            return false;
        }
    }

    /**
     * Whatever it was: others are to take over at once, and the addresses go. An {@link Error} too, there may be no
     * thread or no memory to be had.
     */
    private void end(Throwable mistake) {
        try {
            parts.emergency.begin(parts.core.routers());
            journal.vrrp(lines -> {
                lines.line("Internal error, stopping: " + mistake);
                for (StackTraceElement frame : mistake.getStackTrace()) {
                    lines.line("  at " + frame);
                }
            });
            parts.status.stopping();
            parts.controller.stop();
            holding = false;
        } catch (RuntimeException | Error another) {
            holding = !parts.emergency.release();
            journal.vrrp("Stopped without the state machines: " + another
                    + (holding ? "; addresses may be left, their record stays" : ""));
        }
        try {
            parts.dumps.history(parts.core.history());
        } catch (RuntimeException | Error unwritten) {
            journal.vrrp("What happened before cannot be written: " + unwritten);
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
            parts.dumps.data();
        } else if (signal == SignalReceiver.SIGUSR2) {
            parts.dumps.stats(false);
        } else if (signal == Signals.WRITE_STATS_AND_CLEAR) {
            parts.dumps.stats(true);
        } else if (signal == Signals.WRITE_JSON) {
            parts.dumps.json();
        }
    }

    private void stop() {
        journal.parent("Stopping");
        parts.status.stopping();
        parts.effects.changes().keep(options.stop().keepVrrp());
        parts.controller.stop();
        holding = false;
        parts.loop.end();
    }

    @Override
    public void close() {
        if (watchdog != null) {
            watchdog.close();
        }
        if (holding) {
            parts.abandon();
        } else {
            parts.close();
        }
    }
}
