package org.jkeepalived.daemon.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jkeepalived.config.settings.GlobalSettings;
import org.jkeepalived.daemon.cli.DaemonOptions;
import org.jkeepalived.daemon.dump.DataDump;
import org.jkeepalived.daemon.dump.DumpNames;
import org.jkeepalived.daemon.dump.DumpSnapshot;
import org.jkeepalived.daemon.dump.DumpWriter;
import org.jkeepalived.daemon.dump.JsonDump;
import org.jkeepalived.daemon.dump.StatsDump;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.daemon.observe.History;
import org.jkeepalived.daemon.snapshot.DaemonSnapshot;
import org.jkeepalived.daemon.snapshot.ProcessFacts;
import org.jkeepalived.daemon.tracking.ScriptStatus;
import org.jkeepalived.daemon.tracking.TrackerStatus;
import org.jkeepalived.health.CheckStatus;
import org.jkeepalived.netlink.process.OwnProcess;
import org.jkeepalived.netlink.process.UserAccount;
import org.jkeepalived.netlink.process.Users;

/**
 * Writes the dump files that signals ask for. Its methods are called on the loop's thread and take a picture there; words are made and
 * files written elsewhere. What goes wrong is logged.
 */
final class Dumps {

    /** What the daemon can tell. */
    interface Source {
        /** On the loop's thread. */
        DaemonSnapshot situation();

        /** On the files' thread. */
        List<TrackerStatus> trackers();

        /** On the loop's thread. */
        void clearCounters();
    }

    private static final int DEFAULT_UMASK = 0177;
    /** The user that keepalived gives to scripts that name none, where there is one. */
    private static final String SCRIPT_USER = "keepalived_script";

    private record Identity(int uid, int gid) {}

    private final DaemonOptions options;
    private final DaemonLog journal;
    private final Source source;
    private final Executor files;
    private final Supplier<Path> directory;
    /** Pictures that wait to be written; none where no dump of that kind waits. */
    private final AtomicReference<DaemonSnapshot> data = new AtomicReference<>();
    private final AtomicReference<DaemonSnapshot> stats = new AtomicReference<>();
    private final AtomicReference<DaemonSnapshot> cleared = new AtomicReference<>();
    private final AtomicReference<DaemonSnapshot> json = new AtomicReference<>();

    /**
     * @param files runs what blocks
     * @param directory where the files go, asked for at each dump
     */
    Dumps(DaemonOptions options, DaemonLog journal, Source source, Executor files, Supplier<Path> directory) {
        this.options = options;
        this.journal = journal;
        this.source = source;
        this.files = files;
        this.directory = directory;
    }

    /** keepalived.data and keepalived_parent.data. */
    void data() {
        journal.parent("Printing parent data for process(" + OwnProcess.pid() + ") on signal");
        journal.vrrp("Printing VRRP data for process(" + OwnProcess.pid() + ") on signal");
        request(data, source.situation(), situation -> {
            DumpSnapshot snapshot = snapshot(situation, checks());
            store(dataFile("_parent", situation), DataDump.renderParent(snapshot.global(), ZoneId.systemDefault()),
                    situation);
            store(dataFile("", situation), DataDump.render(snapshot, ZoneId.systemDefault()), situation);
        });
    }

    /** keepalived.stats; afterwards the counters start again from zero if asked to. */
    void stats(boolean clear) {
        journal.vrrp("Printing " + (clear ? "and clearing " : "") + "VRRP stats for process(" + OwnProcess.pid()
                + ") on signal");
        if (clear && cleared.get() != null) {
            // What was counted until the first signal is still to be written; what came since is kept for the next.
            return;
        }
        DaemonSnapshot situation = source.situation();
        if (clear) {
            source.clearCounters();
        }
        request(clear ? cleared : stats, situation, picture -> store(directory.get().resolve("keepalived.stats"),
                StatsDump.render(snapshot(picture, List.of()).instances()), picture));
    }

    /** keepalived.json, unless there is no instance. */
    void json() {
        journal.vrrp("Printing VRRP as json for process(" + OwnProcess.pid() + ") on signal");
        DaemonSnapshot situation = source.situation();
        if (!situation.routers().routers().isEmpty()) {
            request(json, situation, picture -> store(directory.get().resolve("keepalived.json"),
                    JsonDump.render(snapshot(picture, List.of()), picture.configuration().global().jsonVersion()),
                    picture));
        }
    }

    /**
     * keepalived.history, after a mistake in this program: what the routers were told last, and what came of it. At
     * once, on the calling thread.
     */
    void history(History history) {
        StringBuilder text = new StringBuilder();
        try {
            history.writeTo(text);
        } catch (IOException unlikely) {
            throw new UncheckedIOException(unlikely);
        }
        Path file = directory.get().resolve("keepalived.history");
        store(file, text.toString(), source.situation());
        journal.vrrp("What happened before is in " + file);
    }

    /**
     * One that waits for the disk is written with the newer picture and not twice: signals may come faster than a disk
     * writes.
     */
    private void request(AtomicReference<DaemonSnapshot> waiting, DaemonSnapshot picture,
            Consumer<DaemonSnapshot> write) {
        if (waiting.getAndSet(picture) == null) {
            files.execute(() -> {
                try {
                    write.accept(waiting.getAndSet(null));
                } catch (RuntimeException | Error e) {
                    journal.vrrp("Can't write a dump: " + e);
                }
            });
        }
    }

    /** Writes what was configured into the log; before the routers start. */
    void configuration() {
        DaemonSnapshot situation = source.situation();
        journal.vrrp(lines -> DataDump.renderConfiguration(snapshot(situation, List.of()), ZoneId.systemDefault())
                .lines()
                .forEach(lines::line));
    }

    private Path dataFile(String process, DaemonSnapshot situation) {
        return DumpNames.data(directory.get(), process, situation.configuration().global().dumps(),
                Configurations.label(options, situation.configuration().daemon()).text());
    }

    private void store(Path file, String text, DaemonSnapshot situation) {
        String failure = new DumpWriter(file.getParent()).write(file.getFileName().toString(), text,
                umask(situation.configuration().global()));
        if (!failure.isEmpty()) {
            journal.vrrp(failure);
        }
    }

    private DumpSnapshot snapshot(DaemonSnapshot situation, List<CheckStatus> checks) {
        GlobalSettings global = situation.configuration().global();
        Identity scripts = scriptIdentity(global.scriptUser());
        return situation.dump(new ProcessFacts(options.namespace().orElse(""), OwnProcess.hostName(), umask(global),
                scripts.uid(), scripts.gid()), checks);
    }

    private int umask(GlobalSettings global) {
        return options.umask().orElse(global.umask() >= 0 ? global.umask() : DEFAULT_UMASK);
    }

    /** Scripts that do not say how they are within the limit are shown without a result. */
    private List<CheckStatus> checks() {
        List<CheckStatus> checks = new ArrayList<>();
        for (TrackerStatus status : source.trackers()) {
            if (status instanceof ScriptStatus script) {
                checks.add(script.check());
            }
        }
        return checks;
    }

    /** @param scriptUser {@code USER} or {@code USER GROUP}, or null for the default */
    private static Identity scriptIdentity(String scriptUser) {
        String[] words = scriptUser == null ? new String[]{SCRIPT_USER} : scriptUser.trim().split("\\s+");
        Optional<UserAccount> user = Users.user(words[0]);
        if (user.isEmpty()) {
            return new Identity(0, 0);
        }
        int gid = words.length > 1 ? Users.group(words[1]).orElse(user.get().gid()) : user.get().gid();
        return new Identity(user.get().uid(), gid);
    }
}
