package org.jkeepalived.daemon.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.LoadResult;
import org.jkeepalived.daemon.cli.CommandLineParser;
import org.jkeepalived.daemon.cli.DaemonOptions;
import org.jkeepalived.daemon.cli.Invocation;
import org.jkeepalived.daemon.effect.KernelOutputs;
import org.jkeepalived.daemon.link.LinkTable;
import org.jkeepalived.daemon.log.DatagramSink;
import org.jkeepalived.daemon.log.LogTargets;
import org.jkeepalived.daemon.log.LogWriter;
import org.jkeepalived.daemon.process.ServiceManager;
import org.jkeepalived.daemon.rehearsal.MemoryOutputs;
import org.jkeepalived.daemon.rehearsal.SampleHost;
import org.jkeepalived.netlink.AddressFamily;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.event.SignalReceiver;
import org.jkeepalived.netlink.process.OwnProcess;
import org.jkeepalived.netlink.process.Users;
import org.jkeepalived.netlink.route.RouteMonitor;

/**
 * The daemon's whole life without a network: its own service starts, takes over, runs scripts, writes dumps, reloads, and stops, on a
 * {@link SampleHost} with ways out into memory. It needs no privilege and leaves nothing behind; the AOT cache is trained by it.
 */
public final class Rehearsal {

    /** Addresses of the sync group's members: when so many are set, the group has taken over. */
    private static final int GROUP_ADDRESSES = 12;
    private static final int LOG_CAPACITY = 1 << 12;
    private static final int WARM_UP_ROUNDS = 20;
    private static final long LIMIT_MILLIS = 20_000;
    private static final long PAUSE_MILLIS = 20;
    private static final long TURN_LIMIT_MILLIS = 2_000;

    private final Path directory;
    private final Path file;
    private final DaemonOptions options;
    private final MemoryOutputs outputs = new MemoryOutputs();
    private final SampleHost host = new SampleHost();
    private final String text = SampleHost.configuration(Users.nameOfUser(OwnProcess.effectiveUid()));
    private Service service;

    private Rehearsal(Path directory) {
        this.directory = directory;
        this.file = directory.resolve("keepalived.conf");
        this.options = options("-n", "-D", "-d", "-f", file.toString());
    }

    /**
     * Plays everything through on the calling thread.
     *
     * @param nowhere takes the log's lines
     * @throws IOException where the directory for temporary files cannot be used
     * @throws SystemCallException where the system refuses what everybody may do
     * @throws IllegalStateException when the daemon did not do what it should
     */
    public static void perform(PrintStream nowhere) throws IOException, SystemCallException {
        Path directory = Files.createTempDirectory("rehearsal");
        try {
            new Rehearsal(directory).play(nowhere);
        } finally {
            delete(directory);
        }
        WarmUp.run(WARM_UP_ROUNDS, Long.MAX_VALUE);
    }

    private static DaemonOptions options(String... words) {
        return switch (new CommandLineParser().parse(List.of(words))) {
            case Invocation.Run run -> run.options();
            case Invocation other -> throw new IllegalStateException(other.toString());
        };
    }

    private void play(PrintStream nowhere) throws IOException, SystemCallException {
        Files.writeString(file, text);
        openKernelOutputs();
        LogTargets targets = new LogTargets(Optional.of(nowhere), true, options.log().facility(), "",
                OwnProcess.pid());
        try (LogWriter log = LogWriter.start(targets, _ -> new Discarding(), LOG_CAPACITY);
                RouteMonitor monitor = RouteMonitor.open();
                SignalReceiver signals = SignalReceiver.open(Signals.ALL)) {
            // The real host's interfaces are looked at and forgotten: those of the rehearsal must stay.
            monitor.readDump(new LinkTable());
            Journal journal = new Journal(log, options.log().detail());
            LoadResult loaded = ConfigLoader.load(options.configurationFile(),
                    Configurations.loadOptions(options, host));
            service = new Service(options, journal, host.links(), monitor, signals,
                    new ServiceManager(Map.of("NOTIFY_SOCKET", "@"), _ -> new Discarding()), outputs,
                    () -> directory);
            try (Service running = service) {
                Conductor conductor = new Conductor();
                conductor.start();
                running.run(loaded);
                conductor.check();
            }
        }
    }

    /** Where the process may, its sockets are opened once; nothing is sent. */
    private static void openKernelOutputs() {
        try (KernelOutputs real = KernelOutputs.open()) {
            real.enable(AddressFamily.IPV4);
            real.enable(AddressFamily.IPV6);
        } catch (SystemCallException e) {
            // An unprivileged process has seen as much of them as it can.
            return;
        }
    }

    /** Gives the service its signals, one after the other, from a thread of its own. */
    private final class Conductor {
        private final long endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLIS);
        private final Thread thread = Thread.ofPlatform().daemon(true).name("conductor").unstarted(this::conduct);
        private String failure = "";

        void start() {
            thread.start();
        }

        private void conduct() {
            try {
                until("take over", () -> outputs.additions() >= GROUP_ADDRESSES);
                signal(SignalReceiver.SIGUSR1);
                signal(SignalReceiver.SIGUSR2);
                signal(Signals.WRITE_STATS_AND_CLEAR);
                signal(Signals.WRITE_JSON);
                until("write its dumps", () -> Stream.of("data", "stats", "json")
                        .allMatch(name -> Files.exists(directory.resolve("keepalived." + name))));
                Files.writeString(file, text.replace("192.0.2.25/24", "192.0.2.26/24"));
                long additions = outputs.additions();
                signal(SignalReceiver.SIGHUP);
                until("reload", () -> outputs.additions() > additions);
            } catch (IOException | IllegalStateException e) {
                failure = e.getMessage();
            } finally {
                signal(SignalReceiver.SIGTERM);
            }
        }

        private void until(String deed, BooleanSupplier done) {
            while (!onLoop(done)) {
                if (System.nanoTime() > endNanos) {
                    throw new IllegalStateException("the daemon did not " + deed);
                }
                pause();
            }
        }

        /** What belongs to the loop is read on its thread. */
        private boolean onLoop(BooleanSupplier question) {
            boolean[] answer = new boolean[1];
            CountDownLatch answered = new CountDownLatch(1);
            service.post(() -> {
                answer[0] = question.getAsBoolean();
                answered.countDown();
            });
            try {
                return answered.await(TURN_LIMIT_MILLIS, TimeUnit.MILLISECONDS) && answer[0];
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private static void pause() {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void signal(int signal) {
            service.post(() -> service.signalled(signal));
        }

        void check() {
            if (!failure.isEmpty()) {
                throw new IllegalStateException(failure);
            }
            if (outputs.releases() == 0 || outputs.removals() == 0) {
                throw new IllegalStateException("the daemon did not give its addresses back");
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(directory);
    }

    /** Takes every datagram. */
    private record Discarding() implements DatagramSink {
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
