package org.jkeepalived.daemon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jkeepalived.daemon.cli.DaemonEntry;
import org.jkeepalived.daemon.cli.Shell;
import org.jkeepalived.daemon.host.SystemLogSocket;
import org.jkeepalived.daemon.kernel.KernelPort;
import org.jkeepalived.daemon.kernel.MemoryKernel;
import org.jkeepalived.daemon.log.LogTargets;
import org.jkeepalived.daemon.log.LogWriter;
import org.jkeepalived.daemon.log.SyslogFacility;
import org.jkeepalived.daemon.process.ServiceManager;
import org.jkeepalived.daemon.rehearsal.TakeoverDrill;
import org.jkeepalived.daemon.service.Bootstrap;
import org.jkeepalived.daemon.service.ConfigTest;
import org.jkeepalived.daemon.service.Platform;
import org.jkeepalived.daemon.service.WarmUp;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.MacAddress;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.process.OwnProcess;
import org.jkeepalived.netlink.route.Link;
import org.jkeepalived.netlink.route.RouteListener;

/**
 * Walks through a life of the daemon while the AOT cache is recorded: command line, configuration, election, takeover,
 * scripts, dumps, reload, stop.
 *
 * <p>It is the daemon that runs, on interfaces that do not exist; its adverts, addresses and announcements end in
 * memory. It hears nothing, and says so in a log that nobody reads. Needs neither root nor a network, but blocked
 * signals, as the launcher provides them.
 */
public final class Rehearsal {
    /** Hangup, user 1, user 2, real-time 36 and 63, hangup, terminate: a reload, every dump, a reload, the stop. */
    private static final int[] SIGNALS = {1, 10, 12, 36, 63, 1, 15};
    private static final int WARM_UP_ROUNDS = 10;
    private static final int LOG_RECORDS = 16;
    private static final long TAKEOVER_MILLIS = 700;
    private static final long PAUSE_MILLIS = 150;

    private Rehearsal() {}

    /** Ends the process with 0 where everything went as it should. Files are made in the directory of the argument. */
    public static void main(String[] arguments) throws IOException, SystemCallException {
        Path directory = Path.of(arguments[0]).toAbsolutePath();
        Path configuration = Files.writeString(directory.resolve("keepalived.conf"), configuration());
        MemoryKernel outputs = MemoryKernel.withSystemCalls();
        DaemonEntry daemon = options -> {
            Thread.ofPlatform().daemon(true).start(Rehearsal::sendSignals);
            return Bootstrap.run(options, new Stage(outputs));
        };
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        PrintStream errors = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        Shell shell = new Shell(daemon, ConfigTest::run, nowhere, nowhere);
        int[] codes;
        try {
            loadWhatNeedsPrivileges();
            writeToNobody(directory);
            codes = Stream
                    .of(List.of("-v"), List.of("--signum=JSON"), List.of("-h"),
                            List.of("-nlDD", "-G", "-f", configuration.toString(), "-p",
                                    directory.resolve("a.pid").toString(), "-r", directory.resolve("b.pid").toString()))
                    .mapToInt(shell::execute)
                    .toArray();
            Main.run(List.of("-t", "-f", configuration.toString()));
            Main.run(List.of("--config-test-format=text", "-f", configuration.toString()));
        } finally {
            System.setErr(errors);
        }
        if (IntStream.of(codes).sum() != 0) {
            throw new IllegalStateException("a rehearsed command line failed: " + log.toString(StandardCharsets.UTF_8));
        }
        if (outputs.releases() == 0 || outputs.additions() == 0 || outputs.removals() == 0
                || outputs.announcements() == 0) {
            throw new IllegalStateException("the rehearsal saw no takeover: " + outputs.adverts() + " adverts, "
                    + outputs.releases() + " releases, " + outputs.additions() + " addresses added, "
                    + outputs.removals() + " removed, " + outputs.announcements() + " announcements");
        }
        WarmUp.run(WARM_UP_ROUNDS, Long.MAX_VALUE);
        everythingElse();
    }

    /** What the daemon did not meet: each kind of action once. */
    private static void everythingElse() {
        TakeoverDrill drill = new TakeoverDrill(new MemoryKernel(), (_, _) -> {
            // The daemon has worded its own, and run its own scripts.
        });
        drill.start();
        drill.incidents();
        drill.stop();
    }

    /** Classes that only a privileged run uses; loading them puts them into the cache. */
    private static void loadWhatNeedsPrivileges() {
        for (String name : List.of("daemon.kernel.RealKernel", "daemon.kernel.RealKernel$1",
                "daemon.service.Platform$1", "netlink.packet.SendQueue", "netlink.packet.VrrpTransmitter",
                "netlink.packet.VrrpReceiver", "netlink.packet.Announcer", "daemon.loop.ReceiverPool$Open",
                "vrrp.packet.ReceivedAdvert")) {
            try {
                Class.forName("org.jkeepalived." + name);
            } catch (ClassNotFoundException renamed) {
                throw new IllegalStateException(renamed);
            }
        }
    }

    /** The system log and the service manager of a daemon that is started as a service; nobody listens at these sockets. */
    private static void writeToNobody(Path directory) {
        String socket = directory.resolve("nobody").toString();
        ServiceManager manager = new ServiceManager(Map.of("NOTIFY_SOCKET", socket), SystemLogSocket::open);
        manager.reloading(System.nanoTime());
        manager.ready(OwnProcess.pid(), "rehearsal");
        manager.stopping();
        LogTargets targets = new LogTargets(Optional.empty(), true, SyslogFacility.DAEMON, "", OwnProcess.pid());
        try (LogWriter log = LogWriter.start(targets, address -> SystemLogSocket.open(socket), LOG_RECORDS)) {
            log.vrrp("rehearsal");
        }
    }

    /** Two interfaces of no host, and outputs in memory. */
    private record Stage(MemoryKernel outputs) implements Platform {
        private static final int INDEX = 1_999_999;
        private static final int UNIVERSE = 0;
        private static final int LINK_SCOPE = 253;

        @Override
        public KernelPort openOutputs() {
            openKernelOutputs();
            return outputs;
        }

        /** Loads what really sends; nothing is sent. */
        private static void openKernelOutputs() {
            try (KernelPort kernel = Platform.KERNEL.openOutputs()) {
                kernel.enable(AddressFamily.IPV4);
                kernel.enable(AddressFamily.IPV6);
            } catch (SystemCallException withoutRoot) {
                // The classes are loaded all the same, as far as the missing capability lets them.
                return;
            }
        }

        @Override
        public void addLinks(RouteListener links) {
            for (int i = 0; i < 2; i++) {
                int flags = Link.UP | Link.RUNNING | Link.LOWER_UP | Link.MULTICAST | Link.BROADCAST;
                links.linkChanged(new Link(INDEX + i, "stage" + i, flags, 1500, new MacAddress(0x0200_5e00_0001L + i),
                        Link.ETHERNET, 0, 0, ""));
            }
            add(links, IpAddress.parse("192.0.2.10"), 24, UNIVERSE);
            add(links, IpAddress.parse("fe80::10"), 64, LINK_SCOPE);
        }

        private static void add(RouteListener links, IpAddress address, int prefixLength, int scope) {
            links.addressAdded(INDEX, address.family(), address.high(), address.low(), prefixLength, scope, 0);
        }
    }

    private static void sendSignals() {
        try {
            Thread.sleep(TAKEOVER_MILLIS);
            for (int signal : SIGNALS) {
                OwnProcess.signal(OwnProcess.pid(), signal);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException | SystemCallException failure) {
            // Without the last signal the rehearsal would run for ever.
            Runtime.getRuntime().halt(1);
        }
    }

    private static String configuration() {
        return """
                ! A rehearsal: an owner, a backup that takes over, both families, both versions.
                global_defs {
                    router_id rehearsal
                    script_user root
                    enable_script_security
                    vrrp_garp_master_refresh 1
                }
                vrrp_script check {
                    script "/bin/true"
                    interval 1
                    weight 10
                    rise 1
                    fall 2
                }
                vrrp_sync_group pair {
                    group {
                        owner
                        second
                    }
                    notify /bin/true
                }
                vrrp_instance owner {
                    state MASTER
                    interface stage0
                    virtual_router_id 1
                    priority 255
                    advert_int 1
                    authentication {
                        auth_type PASS
                        auth_pass 1111
                    }
                    virtual_ipaddress {
                        192.0.2.1/24 brd 192.0.2.255 dev stage0 label stage0:1
                    }
                    virtual_ipaddress_excluded {
                        192.0.2.2
                    }
                    notify_master "/bin/true master"
                    notify "/bin/true"
                }
                vrrp_instance second {
                    state MASTER
                    interface stage0
                    virtual_router_id 2
                    priority 255
                    virtual_ipaddress {
                        192.0.2.3
                    }
                }
                vrrp_instance backup {
                    state BACKUP
                    interface stage0
                    version 3
                    virtual_router_id 3
                    priority 100
                    advert_int 0.1
                    garp_master_delay 1
                    unicast_src_ip 192.0.2.10
                    unicast_peer {
                        192.0.2.11
                    }
                    track_script {
                        check
                    }
                    track_interface {
                        stage1 weight 5
                    }
                    virtual_ipaddress {
                        192.0.2.4
                    }
                    notify_backup /bin/true
                    notify_stop /bin/true
                }
                vrrp_instance six {
                    interface stage0
                    version 3
                    native_ipv6
                    virtual_router_id 4
                    priority 90
                    advert_int 0.1
                    virtual_ipaddress {
                        fe80::1:1/64
                        2001:db8::1/64
                    }
                }
                """;
    }
}
