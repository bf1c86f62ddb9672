package org.jkeepalived.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A running pair of Debian's keepalived goes over to the package, host by host, and back again. */
@NeedsSystemdHost
class TakeOverFromKeepalivedIT {
    private static final Duration OUTAGE = HostPair.INTERVAL.plus(HostPair.SLACK);

    @Test
    void thePairGoesOverAndBackWithTheSameFileAndOneHolderAtATime() {
        try (var pair = new HostPair()) {
            SystemdHost master = pair.master();
            SystemdHost backup = pair.backup();
            installKeepalived(backup);
            installKeepalived(master);
            pair.awaitHolder(master);
            // Read by the unit: it must stay in force.
            master.sh("echo 'DAEMON_ARGS=\"-D --log-detail\"' >/etc/default/keepalived");

            takeOver(pair, backup);
            takeOver(pair, master);
            assertTrue(master.read("/proc/" + master.mainPid() + "/cmdline").contains("--log-detail"),
                    "the user's options are in force");

            backup.must("apt-get", "-q", "-y", "purge", "keepalived");
            holdsAndRuns(pair, backup, DebianPackage.NAME);
            backup.must("systemctl", "restart", SystemdHost.UNIT);
            holdsAndRuns(pair, backup, DebianPackage.NAME);

            goBack(pair, backup);
            goBack(pair, master);
            assertTrue(master.read("/proc/" + master.mainPid() + "/cmdline").contains("--log-detail"),
                    "the user's options are in force");
        }
    }

    private static void installKeepalived(SystemdHost host) {
        host.must("apt-get", "-q", "-y", "install", "keepalived");
        host.await("keepalived runs", HostPair.LIMIT, host::isActive);
    }

    private static void takeOver(HostPair pair, SystemdHost host) {
        String configuration = host.read("/etc/keepalived/keepalived.conf");
        long before = nowMicros();
        HostPair.install(host, DebianPackage.current()).orFail("install over keepalived");
        assertEquals(configuration, host.read("/etc/keepalived/keepalived.conf"));
        holdsAndRuns(pair, host, DebianPackage.NAME);
        outageIsShort(pair, before);
    }

    private static void goBack(HostPair pair, SystemdHost host) {
        long before = nowMicros();
        host.must("apt-get", "-q", "-y", "install", "keepalived");
        holdsAndRuns(pair, host, "keepalived");
        outageIsShort(pair, before);
    }

    private static void holdsAndRuns(HostPair pair, SystemdHost host, String owner) {
        host.await("the service runs", HostPair.LIMIT, host::isActive);
        assertEquals("enabled", host.enabledState());
        assertEquals(owner, host.must("dpkg-query", "-S", "/usr/sbin/keepalived").replaceFirst(":.*\\s", ""));
        pair.awaitHolder(pair.master());
        pair.neverTwoHolders();
    }

    private static void outageIsShort(HostPair pair, long since) {
        Duration outage = pair.longestOutage(since);
        assertTrue(outage.compareTo(OUTAGE) <= 0, () -> "no answers for " + outage + "\n" + pair.describe());
    }

    private static long nowMicros() {
        return TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
    }
}
