package org.jkeepalived.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jkeepalived.lab.Capture;
import org.jkeepalived.lab.Eventually;
import org.jkeepalived.lab.HostSpec;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.Pinger;
import org.jkeepalived.lab.Resources;
import org.jkeepalived.lab.Result;

/**
 * Two systemd hosts with the configuration of the tutorial a-nginx and nginx running, and a third host that pings the virtual
 * address and captures. The daemon is not installed yet.
 */
final class HostPair implements AutoCloseable {
    static final String VIRTUAL_ADDRESS = "192.168.157.100";
    /** Long enough for an election with several lost adverts, or an installation, on a busy machine. */
    static final Duration LIMIT = Duration.ofSeconds(40);
    /** The advertisement interval of the tutorial. */
    static final Duration INTERVAL = Duration.ofSeconds(1);
    /** What a busy machine may add to the protocol's times. */
    static final Duration SLACK = Duration.ofSeconds(1);
    private static final String CHECK = "/etc/keepalived/nginx_health_check.sh";
    private final Lab lab = new Lab();
    private final SystemdHost master;
    private final SystemdHost backup;
    private final AddressWatch masterWatch;
    private final AddressWatch backupWatch;
    private final Pinger pinger;

    HostPair() {
        try {
            master = new SystemdHost(lab, new HostSpec("master", "ens33", 1, List.of("192.168.157.150/24")));
            backup = new SystemdHost(lab, new HostSpec("backup", "ens33", 2, List.of("192.168.157.200/24")));
            masterWatch = new AddressWatch(master.outside(), VIRTUAL_ADDRESS);
            backupWatch = new AddressWatch(backup.outside(), VIRTUAL_ADDRESS);
            pinger = lab.ping(lab.host(new HostSpec("client", "ens33", 3, List.of("192.168.157.7/24"))),
                    VIRTUAL_ADDRESS);
        } catch (RuntimeException | Error failure) {
            lab.close();
            throw failure;
        }
        equip(master, "master");
        equip(backup, "backup");
    }

    private static void equip(SystemdHost host, String role) {
        host.write("/etc/keepalived/keepalived.conf", tutorial(role + ".conf"), "rw-r--r--");
        host.write(CHECK, tutorial("nginx_health_check.sh"), "rwxr-xr-x");
        host.must("systemctl", "start", "nginx");
    }

    private static String tutorial(String file) {
        return Resources.text("/tutorials/a-nginx/" + file);
    }

    /** The host with the higher priority. */
    SystemdHost master() {
        return master;
    }

    SystemdHost backup() {
        return backup;
    }

    Lab lab() {
        return lab;
    }

    Capture capture() {
        return lab.capture();
    }

    Pinger pinger() {
        return pinger;
    }

    /** Installs a package file on both hosts at once. */
    void installOnBoth(Path file) {
        List.of(master, backup)
                .parallelStream()
                .forEach(host -> install(host, file).orFail("install on " + host.name()));
    }

    /** Installs a package file by apt, which asks nobody. */
    static Result install(SystemdHost host, Path file) {
        String inside = "/root/" + file.getFileName();
        host.copy(file, inside);
        return host.run("apt-get", "-q", "-y", "install", inside);
    }

    /** Waits until this host has the virtual address, the other has not, and pings are answered. */
    void awaitHolder(SystemdHost holder) {
        SystemdHost other = holder == master ? backup : master;
        lab.await(holder.name() + " has the virtual address, alone", LIMIT,
                () -> holder.has(VIRTUAL_ADDRESS) && !other.has(VIRTUAL_ADDRESS));
        int answers = pinger.answers();
        Eventually.await(() -> pinger.answers() > answers + 2, "pings are answered by " + holder.name(), LIMIT,
                this::describe);
    }

    /**
     * Fails when both held the address together for longer than adverts take to travel: the one that gives way does so when it hears
     * the other's, so two daemons that do not hear each other, or a second one beside the first, hold it together for an interval at least.
     */
    void neverTwoHolders() {
        Duration both = masterWatch.longestOverlap(backupWatch);
        if (both.compareTo(INTERVAL.dividedBy(2)) > 0) {
            throw new AssertionError("both held " + VIRTUAL_ADDRESS + " for " + both + "\n" + describe());
        }
    }

    /** The longest time without an answer to a ping since a time in microseconds since the epoch. */
    Duration longestOutage(long sinceMicros) {
        return pinger.gaps()
                .stream()
                .filter(gap -> gap.fromMicros() >= sinceMicros)
                .map(Pinger.Gap::length)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    String describe() {
        return master.describe() + backup.describe() + "held by master: " + masterWatch.held() + "\nheld by backup: "
                + backupWatch.held() + "\npings unanswered: " + pinger.gaps() + "\n";
    }

    @Override
    public void close() {
        try {
            master.close();
            backup.close();
        } finally {
            lab.close();
        }
    }
}
