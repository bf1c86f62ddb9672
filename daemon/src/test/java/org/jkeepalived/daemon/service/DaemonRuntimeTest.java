package org.jkeepalived.daemon.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.LoadOptions;
import org.jkeepalived.config.LoadResult;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.daemon.cli.CommandLineParser;
import org.jkeepalived.daemon.cli.DaemonOptions;
import org.jkeepalived.daemon.cli.Invocation;
import org.jkeepalived.daemon.host.ThisHost;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.daemon.kernel.KernelPort;
import org.jkeepalived.daemon.kernel.MemoryKernel;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.daemon.log.DatagramSink;
import org.jkeepalived.daemon.log.LogTargets;
import org.jkeepalived.daemon.log.LogWriter;
import org.jkeepalived.daemon.log.SyslogFacility;
import org.jkeepalived.daemon.process.ServiceManager;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.MacAddress;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.event.SignalReceiver;
import org.jkeepalived.netlink.route.Link;
import org.jkeepalived.netlink.route.RouteListener;
import org.jkeepalived.netlink.route.RouteMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reloads, and ends that nobody asked for, of a daemon on an interface that does not exist and a kernel that does what
 * the test says.
 */
@Timeout(60)
class DaemonRuntimeTest {
    private static final String GLOBAL = "global_defs {\n dynamic_interfaces\n}\n";
    private static final String OWNER = """
            vrrp_instance A {
              interface jk-runtime0
              version 3
              advert_int 0.1
              virtual_router_id 51
              priority 255
              virtual_ipaddress {
                192.0.2.10
              }
            }
            """;
    private static final String SIX = """
            vrrp_instance B {
              interface jk-runtime0
              version 3
              virtual_router_id 52
              priority 100
              virtual_ipaddress {
                fd00::10
              }
            }
            """;
    private static final int INDEX = 1_900_001;

    @TempDir
    private Path directory;
    private final MemoryKernel memory = new MemoryKernel();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicBoolean once = new AtomicBoolean(true);
    private KernelBehaviour behaviour = _ -> {
    };

    /** What happens instead of, or before, a call of the kernel. */
    private interface KernelBehaviour {
        void call(Method method) throws SystemCallException;
    }

    private final class Stage implements Platform {
        @Override
        public KernelPort openOutputs() {
            return (KernelPort) Proxy.newProxyInstance(KernelPort.class.getClassLoader(),
                    new Class<?>[]{KernelPort.class}, (_, method, arguments) -> {
                        if (method.getName().equals("enable") && arguments[0] == AddressFamily.IPV6) {
                            throw new SystemCallException("socket", "", Errno.EAFNOSUPPORT);
                        }
                        behaviour.call(method);
                        try {
                            return method.invoke(memory, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        @Override
        public void addLinks(RouteListener links) {
            links.linkChanged(new Link(INDEX, "jk-runtime0", Link.UP | Link.RUNNING | Link.MULTICAST, 1500,
                    new MacAddress(0x0200_5e00_0001L), Link.ETHERNET, 0, 0, ""));
            IpAddress own = IpAddress.parse("192.0.2.1");
            links.addressAdded(INDEX, own.family(), own.high(), own.low(), 24, 0, 0);
        }
    }

    private DaemonOptions options(String configuration) throws IOException {
        Path file = Files.writeString(directory.resolve("keepalived.conf"), GLOBAL + configuration);
        return assertInstanceOf(Invocation.Run.class,
                CommandLineParser.parse(List.of("-n", "-f", file.toString(), "-p",
                        directory.resolve("parent.pid").toString(), "-r", directory.resolve("vrrp.pid").toString())))
                .options();
    }

    private static LoadResult load(DaemonOptions options) {
        return ConfigLoader.load(options.configurationFile(), LoadOptions.run(ThisHost.facts()));
    }

    private Wiring.Surroundings surroundings(RouteMonitor monitor, SignalReceiver signals) throws SystemCallException {
        LinkTable links = new LinkTable();
        monitor.readDump(links);
        Stage stage = new Stage();
        stage.addLinks(links);
        ServiceManager manager = new ServiceManager(Map.of("NOTIFY_SOCKET", "/none"), _ -> new DatagramSink() {
            @Override
            public boolean send(byte[] data, int length) {
                return told.add(new String(data, 0, length, StandardCharsets.UTF_8));
            }

            @Override
            public void close() {
                // There is nothing to close.
            }
        });
        return new Wiring.Surroundings(links, monitor, signals, manager, stage, directory.resolve("addresses"),
                () -> directory);
    }

    private LogWriter log() {
        return LogWriter.start(new LogTargets(Optional.of(new PrintStream(console, true, StandardCharsets.UTF_8)),
                false, SyslogFacility.DAEMON, "", 7), _ -> {
                    throw new IOException("no system log");
                }, 1 << 10);
    }

    private String logged() {
        return console.toString(StandardCharsets.UTF_8);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 2000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertTrue(condition.getAsBoolean());
    }

    /** Runs until the loop ends by itself; returns what the runtime says. */
    private boolean run(String configuration) throws IOException, SystemCallException {
        DaemonOptions options = options(configuration);
        try (LogWriter log = log();
                RouteMonitor monitor = RouteMonitor.open();
                SignalReceiver signals = SignalReceiver.open(SignalReceiver.SIGUSR2);
                DaemonRuntime runtime = DaemonRuntime.open(options, new DaemonLog(log, 0),
                        surroundings(monitor, signals))) {
            return runtime.run(load(options));
        }
    }

    @Test
    void anErrorInTheLoopEndsInOrder() throws Exception {
        behaviour = method -> {
            if (method.getName().equals("flushAdverts") && memory.adverts() >= 3 && once.getAndSet(false)) {
                throw new OutOfMemoryError("unable to create native thread");
            }
        };
        assertFalse(run(OWNER));
        assertEquals(1, memory.releases());
        assertEquals(memory.additions(), memory.removals());
        assertTrue(logged().contains("Internal error, stopping: java.lang.OutOfMemoryError"), logged());
        assertFalse(Files.exists(directory.resolve("addresses")));
        String history = Files.readString(directory.resolve("keepalived.history"));
        assertTrue(logged().contains("What happened before is in " + directory), logged());
        assertTrue(history.startsWith("{\"nanos\":"), history);
        assertTrue(history.contains("\"input\":\"START\"") && history.contains("\"router\":\"A\""), history);
    }

    @Test
    void aStopThatFailsOnceIsDoneRouterByRouter() throws Exception {
        behaviour = method -> {
            if (method.getName().equals("flushAdverts") && memory.adverts() >= 3 && failures.getAndIncrement() < 2) {
                throw new IllegalStateException("broken");
            }
        };
        assertFalse(run(OWNER));
        assertTrue(memory.releases() > 0);
        assertTrue(memory.removals() >= memory.additions());
        assertFalse(Files.exists(directory.resolve("addresses")));
    }

    @Test
    void whereNotEvenTheStopWorksTheRecordOfAddressesStays() throws Exception {
        behaviour = method -> {
            if (method.getName().equals("flushAdverts") && memory.adverts() >= 3) {
                throw new StackOverflowError("flush");
            }
        };
        assertFalse(run(OWNER));
        assertTrue(logged().contains("Stopped without the state machines"), logged());
        assertTrue(Files.readString(directory.resolve("addresses")).contains("192.0.2.10"));
    }

    @Test
    void aStartWithoutIpv6RunsTheRest() throws Exception {
        behaviour = method -> {
            if (method.getName().equals("flushAdverts") && memory.adverts() >= 3 && once.getAndSet(false)) {
                throw new IllegalStateException("enough");
            }
        };
        run(OWNER + SIX);
        assertTrue(logged().contains("Started in part: (B) is not run, its adverts cannot be sent: socket: "),
                logged());
        assertTrue(memory.adverts() >= 3);
    }

    @Test
    void aReloadThatCannotSendIpv6IsAppliedInPart() throws Exception {
        DaemonOptions options = options(OWNER);
        try (LogWriter log = log();
                RouteMonitor monitor = RouteMonitor.open();
                SignalReceiver signals = SignalReceiver.open(SignalReceiver.SIGUSR2)) {
            Wiring parts = new Wiring(options, new DaemonLog(log, 0), surroundings(monitor, signals), _ -> {
            });
            Reloads reloads = new Reloads(options, parts, new Stage());
            LoadResult first = load(options);
            parts.families.enable(first.configuration());
            parts.controller.configure(first.configuration());
            reloads.running(first);
            options(OWNER.replace("255", "100") + SIX);
            List<InstanceSettings> instances = new CopyOnWriteArrayList<>();
            Thread loop = Thread.ofPlatform().start(() -> {
                try {
                    parts.controller.start(parts.loop);
                    reloads.request();
                    parts.loop.run();
                } catch (SystemCallException e) {
                    throw new IllegalStateException(e);
                }
            });
            await(() -> logged()
                    .contains("Reload applied in part: (B) is not run, its adverts cannot be sent: socket"));
            assertFalse(logged().contains("Reload complete"));
            await(() -> told.stream()
                    .anyMatch(text -> text.contains("READY=1") && text.contains("reload applied in part: (B)")));
            parts.loop.inbox().post(() -> {
                instances.addAll(parts.controller.present().configuration().instances());
                reloads.request();
            });
            await(() -> logged().split("Reload applied in part").length == 3);
            assertEquals(1, instances.size());
            assertEquals(100, instances.getFirst().priority());
            options(OWNER + "nonsense_word");
            parts.loop.inbox().post(reloads::request);
            await(() -> logged().contains("Reload refused, the old configuration stays in force"));
            options(OWNER);
            parts.loop.inbox().post(reloads::request);
            await(() -> logged().contains("Reload complete"));
            parts.loop.inbox().post(() -> {
                parts.controller.stop();
                parts.loop.end();
            });
            loop.join();
            parts.close();
        }
    }
}
