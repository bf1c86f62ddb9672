package org.jkeepalived.daemon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jkeepalived.daemon.cli.DaemonEntry;
import org.jkeepalived.daemon.cli.Shell;
import org.jkeepalived.daemon.effect.MemoryOutputs;
import org.jkeepalived.daemon.run.ConfigTest;
import org.jkeepalived.daemon.run.Daemon;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.process.OwnProcess;

/**
 * Walks through a life of the daemon while the AOT cache is recorded: command line, configuration, election, takeover,
 * scripts, dumps, reload, stop.
 *
 * <p>It is the daemon that runs, on the loopback interface; its adverts, addresses and announcements end in memory.
 * Without root it hears nothing, and says so in a log that nobody reads. The signals must be blocked, as the launcher
 * does it.
 */
public final class Rehearsal {
    /** Hangup, user 1, user 2, real-time 36 and 63, hangup, terminate: a reload, every dump, a reload, the stop. */
    private static final int[] SIGNALS = {1, 10, 12, 36, 63, 1, 15};
    private static final long TAKEOVER_MILLIS = 700;
    private static final long PAUSE_MILLIS = 150;

    private Rehearsal() {}

    /** Ends the process with 0 where everything went as it should. Files are made in the directory of the argument. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]).toAbsolutePath();
        Path configuration = Files.writeString(directory.resolve("keepalived.conf"), configuration());
        MemoryOutputs outputs = new MemoryOutputs();
        DaemonEntry daemon = options -> {
            Thread.ofPlatform().daemon(true).start(Rehearsal::sendSignals);
            return Daemon.run(options, () -> outputs);
        };
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        PrintStream errors = System.err;
        System.setErr(nowhere);
        Shell shell = new Shell(daemon, ConfigTest::run, nowhere, nowhere);
        int[] codes = Stream.of(List.of("-v"), List.of("--signum=JSON"), List.of("-h"),
                List.of("-nlDD", "-G", "-f", configuration.toString(), "-p", directory.resolve("a.pid").toString(),
                        "-r",
                        directory.resolve("b.pid").toString()))
                .mapToInt(shell::execute).toArray();
        shell.execute(List.of("-t", "-f", configuration.toString()));
        System.setErr(errors);
        for (int code : codes) {
            if (code != 0) {
                throw new IllegalStateException("a rehearsed command line exited with " + code);
            }
        }
        if (outputs.adverts() == 0 || outputs.addressChanges() == 0 || outputs.announcements() == 0) {
            throw new IllegalStateException("the rehearsal saw no takeover: " + outputs.adverts() + " adverts, "
                    + outputs.addressChanges() + " address changes, " + outputs.announcements() + " announcements");
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
                    interface lo
                    virtual_router_id 1
                    priority 255
                    advert_int 1
                    authentication {
                        auth_type PASS
                        auth_pass 1111
                    }
                    virtual_ipaddress {
                        192.0.2.1/24 brd 192.0.2.255 dev lo label lo:1
                    }
                    virtual_ipaddress_excluded {
                        192.0.2.2
                    }
                    notify_master "/bin/true master"
                    notify "/bin/true"
                }
                vrrp_instance second {
                    state MASTER
                    interface lo
                    virtual_router_id 2
                    priority 255
                    virtual_ipaddress {
                        192.0.2.3
                    }
                }
                vrrp_instance backup {
                    state BACKUP
                    interface lo
                    version 3
                    virtual_router_id 3
                    priority 100
                    advert_int 0.1
                    garp_master_delay 1
                    unicast_src_ip 127.0.0.1
                    unicast_peer {
                        127.0.0.2
                    }
                    track_script {
                        check
                    }
                    track_interface {
                        lo weight 5
                    }
                    virtual_ipaddress {
                        192.0.2.4
                    }
                    notify_backup /bin/true
                    notify_stop /bin/true
                }
                vrrp_instance six {
                    interface lo
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
