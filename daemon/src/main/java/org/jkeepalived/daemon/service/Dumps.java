package org.jkeepalived.daemon.service;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
import org.jkeepalived.daemon.snapshot.DaemonSnapshot;
import org.jkeepalived.daemon.snapshot.ProcessFacts;
import org.jkeepalived.health.CheckStatus;
import org.jkeepalived.netlink.process.OwnProcess;
import org.jkeepalived.netlink.process.UserAccount;
import org.jkeepalived.netlink.process.Users;

/**
 * Writes the dump files that signals ask for. Its methods are called on the loop's thread and take a picture there; words are made and
 * files written elsewhere. What goes wrong is logged.
 */
final class Dumps {

    /** What the loop's thread can tell. */
    interface Source {
        DaemonSnapshot situation();

        CompletableFuture<List<CheckStatus>> checks();

        void clearCounters();
    }

    private static final int DEFAULT_UMASK = 0177;
    private static final long CHECKS_LIMIT_MILLIS = 500;
    /** The user that keepalived gives to scripts that name none, where there is one. */
    private static final String SCRIPT_USER = "keepalived_script";

    private record Identity(int uid, int gid) {}

    private final DaemonOptions options;
    private final DaemonLog journal;
    private final Source source;
    private final Executor files;
    private final Supplier<Path> directory;

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
        DaemonSnapshot situation = source.situation();
        CompletableFuture<List<CheckStatus>> checks = source.checks();
        write(() -> {
            DumpSnapshot snapshot = snapshot(situation, known(checks));
            store(dataFile("_parent", situation), DataDump.renderParent(snapshot.global(), ZoneId.systemDefault()),
                    situation);
            store(dataFile("", situation), DataDump.render(snapshot, ZoneId.systemDefault()), situation);
        });
    }

    /** keepalived.stats; afterwards the counters start again from zero if asked to. */
    void stats(boolean clear) {
        journal.vrrp("Printing " + (clear ? "and clearing " : "") + "VRRP stats for process(" + OwnProcess.pid()
                + ") on signal");
        DaemonSnapshot situation = source.situation();
        if (clear) {
            source.clearCounters();
        }
        write(() -> store(directory.get().resolve("keepalived.stats"),
                StatsDump.render(snapshot(situation, List.of()).instances()), situation));
    }

    /** keepalived.json, unless there is no instance. */
    void json() {
        journal.vrrp("Printing VRRP as json for process(" + OwnProcess.pid() + ") on signal");
        DaemonSnapshot situation = source.situation();
        if (!situation.routers().routers().isEmpty()) {
            write(() -> store(directory.get().resolve("keepalived.json"),
                    JsonDump.render(snapshot(situation, List.of()), situation.configuration().global().jsonVersion()),
                    situation));
        }
    }

    /** Writes what was configured into the log; before the routers start. */
    void configuration() {
        DaemonSnapshot situation = source.situation();
        journal.vrrp(lines -> DataDump.renderConfiguration(snapshot(situation, List.of()), ZoneId.systemDefault())
                .lines()
                .forEach(lines::line));
    }

    private void write(Runnable task) {
        files.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                journal.vrrp("Can't write a dump: " + e);
            }
        });
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
    private static List<CheckStatus> known(CompletableFuture<List<CheckStatus>> checks) {
        try {
            return checks.get(CHECKS_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException | TimeoutException e) {
            return List.of();
        }
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
