package org.jkeepalived.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jkeepalived.lab.Advert;
import org.jkeepalived.lab.Child;
import org.jkeepalived.lab.Eventually;
import org.jkeepalived.lab.Lines;
import org.jkeepalived.lab.Resources;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The installed service under systemd, on the master of a pair: whatever happens to it, one host has the address, and one alone. */
@NeedsSystemdHost
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceLifeIT {
    private static final String CONFIGURATION = "/etc/keepalived/keepalived.conf";
    private static final String DROP_IN = "/etc/systemd/system/keepalived.service.d/test.conf";
    private static final Duration LIMIT = HostPair.LIMIT;
    private HostPair pair;
    private SystemdHost master;
    private SystemdHost backup;

    @BeforeAll
    void install() {
        pair = new HostPair();
        master = pair.master();
        backup = pair.backup();
        pair.installOnBoth(DebianPackage.previous());
    }

    @AfterAll
    void switchOff() {
        if (pair != null) {
            pair.close();
        }
    }

    @BeforeEach
    void theMasterHoldsTheAddress() {
        for (SystemdHost host : List.of(master, backup)) {
            host.sh("systemctl reset-failed keepalived; systemctl start keepalived");
        }
        pair.awaitHolder(master);
    }

    /** Adverts of the master since a mark, by their priorities. */
    private List<Integer> prioritiesSince(int mark) {
        return pair.capture().advertsOf(master.spec(), mark).stream().map(Advert::priority).toList();
    }

    /** The master said good-bye once, and nothing after it. */
    private void saidGoodBye(int mark) {
        pair.lab().await("the master's advert with priority 0", LIMIT, () -> prioritiesSince(mark).contains(0));
        assertEquals(List.of(0), prioritiesSince(mark).stream().dropWhile(priority -> priority != 0).toList());
    }

    /** The master said good-bye, and came back. */
    private void handedOver(int mark, long since) {
        pair.awaitHolder(master);
        assertEquals(1, prioritiesSince(mark).stream().filter(priority -> priority == 0).count(),
                () -> prioritiesSince(mark).toString());
        pair.neverTwoHolders();
        Duration outage = pair.longestOutage(since);
        assertTrue(outage.compareTo(HostPair.INTERVAL.plus(HostPair.SLACK)) <= 0,
                () -> "no answers for " + outage + "\n" + pair.describe());
    }

    /** Puts a version of the package onto the master, a lower one than is there too. */
    private void install(Path file) {
        master.copy(file, "/root/new.deb");
        master.must("apt-get", "-q", "-y", "--allow-downgrades", "install", "/root/new.deb");
    }

    private static long nowMicros() {
        return TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
    }

    private void withDropIn(String settings, Runnable test) {
        master.write(DROP_IN, "[Service]\n" + settings + "\n", "rw-r--r--");
        master.must("systemctl", "daemon-reload");
        try {
            test.run();
        } finally {
            master.sh("rm " + DROP_IN + "; systemctl daemon-reload");
        }
    }

    @Test
    void aStopHandsOverAndLeavesNothing() {
        int mark = pair.capture().mark();
        master.must("systemctl", "stop", SystemdHost.UNIT);
        assertFalse(master.has(HostPair.VIRTUAL_ADDRESS));
        assertEquals(List.of("inactive", "success"),
                List.of(master.property("ActiveState"), master.property("Result")));
        assertFalse(master.exists("/run/keepalived.pid"));
        pair.awaitHolder(backup);
        saidGoodBye(mark);
        master.must("systemctl", "start", SystemdHost.UNIT);
        pair.awaitHolder(master);
        pair.neverTwoHolders();
    }

    @Test
    void aRestartHandsOverAndComesBack() {
        int mark = pair.capture().mark();
        long since = nowMicros();
        int pid = master.mainPid();
        master.must("systemctl", "restart", SystemdHost.UNIT);
        assertNotEquals(pid, master.mainPid());
        handedOver(mark, since);
    }

    @Test
    void aReloadChangesThePriorityAndLosesNothing() {
        String before = master.read(CONFIGURATION);
        int pid = master.mainPid();
        int mark = pair.capture().mark();
        master.write(CONFIGURATION, before.replace("priority 100", "priority 120"), "rw-r--r--");
        master.must("systemctl", "reload", SystemdHost.UNIT);
        pair.lab().await("an advert with the new priority", LIMIT, () -> prioritiesSince(mark).contains(120));
        master.write(CONFIGURATION, before, "rw-r--r--");
        master.must("systemctl", "reload", SystemdHost.UNIT);
        pair.lab().await("an advert with the old priority", LIMIT, () -> prioritiesSince(mark).getLast() == 100);
        assertFalse(prioritiesSince(mark).contains(0));
        assertEquals(pid, master.mainPid());
        assertTrue(master.has(HostPair.VIRTUAL_ADDRESS));
        assertTrue(pair.capture().advertsOf(backup.spec(), mark).isEmpty());
    }

    @Test
    void aReloadOfABrokenFileChangesNothingAndTheStatusSaysSo() {
        String before = master.read(CONFIGURATION);
        int pid = master.mainPid();
        int mark = pair.capture().mark();
        master.write(CONFIGURATION, before.replace("virtual_router_id 51", "virtual_router_id 51000"), "rw-r--r--");
        master.run("systemctl", "reload", SystemdHost.UNIT);
        master.await("the status tells of the refusal", LIMIT,
                () -> master.property("StatusText").contains("keepalived.conf"));
        int reloaded = prioritiesSince(mark).size();
        pair.lab().await("adverts go on", LIMIT, () -> prioritiesSince(mark).size() > reloaded + 1);
        assertFalse(prioritiesSince(mark).contains(0));
        master.write(CONFIGURATION, before, "rw-r--r--");
        master.must("systemctl", "reload", SystemdHost.UNIT);
        master.await("the status has forgotten it", LIMIT,
                () -> !master.property("StatusText").contains("keepalived.conf"));
        assertEquals(pid, master.mainPid());
        assertTrue(master.has(HostPair.VIRTUAL_ADDRESS));
    }

    @Test
    void aKilledDaemonIsStartedAgainAndItsAddressDoesNotStayMeanwhile() {
        int pid = master.mainPid();
        master.must("kill", "-s", "KILL", Integer.toString(pid));
        master.await("the address has gone", LIMIT, () -> !master.has(HostPair.VIRTUAL_ADDRESS));
        master.await("another process runs", LIMIT, () -> master.isActive() && master.mainPid() != pid);
        pair.awaitHolder(master);
        pair.neverTwoHolders();
    }

    @Test
    void aKilledServiceThatIsNotStartedAgainLeavesItsAddressToTheOther() {
        withDropIn("Restart=no", () -> {
            int mark = pair.capture().mark();
            master.must("systemctl", "kill", "-s", "KILL", SystemdHost.UNIT);
            pair.awaitHolder(backup);
            assertEquals(List.of("failed", "signal"),
                    List.of(master.property("ActiveState"), master.property("Result")));
            assertFalse(prioritiesSince(mark).contains(0));
            pair.neverTwoHolders();
        });
    }

    @Test
    void aKillWithoutASignalIsAStop() {
        int mark = pair.capture().mark();
        master.must("systemctl", "kill", SystemdHost.UNIT);
        pair.awaitHolder(backup);
        saidGoodBye(mark);
        assertEquals(List.of("inactive", "success"),
                List.of(master.property("ActiveState"), master.property("Result")));
        pair.neverTwoHolders();
    }

    @Test
    void aHungLoopIsKilledByTheWatchdogAndStartedAgain() {
        withDropIn("WatchdogSec=2s", () -> {
            master.must("systemctl", "restart", SystemdHost.UNIT);
            pair.awaitHolder(master);
            int pid = master.mainPid();
            String seenFromOutside = master.outside().must("pgrep", "-P", master.manager(), "-x", "keepalived").strip();
            try (Child debugger = master.outside()
                    .spawn("python3", "-c", Resources.text("/hosts/freeze-loop.py"), seenFromOutside)) {
                var said = new Lines(debugger.out());
                var errors = new Lines(debugger.err());
                Eventually.await(() -> said.all().contains("frozen"), "the loop is frozen", LIMIT,
                        () -> errors.all().toString());
                master.await("another process runs", LIMIT, () -> master.isActive() && master.mainPid() != pid);
            }
            assertTrue(master.must("journalctl", "-u", SystemdHost.UNIT, "-o", "cat").contains("Watchdog timeout"));
            pair.awaitHolder(master);
            pair.neverTwoHolders();
        });
    }

    @Test
    void anUpgradeOnTheMasterHandsOverOnceTheNewVersionIsReady() {
        install(DebianPackage.previous());
        pair.awaitHolder(master);
        int mark = pair.capture().mark();
        long since = nowMicros();
        int pid = master.mainPid();
        install(DebianPackage.current());
        assertNotEquals(pid, master.mainPid());
        assertTrue(master.exists("/usr/lib/jkeepalived/lib/keepalived.aot"));
        handedOver(mark, since);
    }

    @Test
    void theDaemonGoesOnWhileTheNewVersionIsUnpackedAndNotConfigured() {
        install(DebianPackage.previous());
        pair.awaitHolder(master);
        int pid = master.mainPid();
        int mark = pair.capture().mark();
        master.copy(DebianPackage.current(), "/root/new.deb");
        master.must("dpkg", "--unpack", "/root/new.deb");
        master.must("systemctl", "reload", SystemdHost.UNIT);
        master.must("kill", "-USR1", Integer.toString(pid));
        master.await("the dump is written", LIMIT,
                () -> master.run("grep", "-q", "VRRP Instance = VI_1", "/tmp/keepalived.data").status() == 0);
        int dumped = prioritiesSince(mark).size();
        pair.lab().await("adverts go on", LIMIT, () -> prioritiesSince(mark).size() > dumped + 1);
        assertEquals(pid, master.mainPid());
        assertFalse(prioritiesSince(mark).contains(0));
        long since = nowMicros();
        master.must("dpkg", "--configure", DebianPackage.NAME);
        assertNotEquals(pid, master.mainPid());
        handedOver(mark, since);
    }

    @Test
    void aPurgeOnTheMasterHandsOverAndLeavesNothingBehind() {
        int mark = pair.capture().mark();
        master.must("apt-get", "-q", "-y", "purge", DebianPackage.NAME);
        assertFalse(master.has(HostPair.VIRTUAL_ADDRESS));
        assertEquals("", master.run("pidof", "keepalived").out());
        pair.awaitHolder(backup);
        saidGoodBye(mark);
        install(DebianPackage.previous());
        pair.awaitHolder(master);
        pair.neverTwoHolders();
    }

    @Test
    void aShutDownHandsOverAndABootWithoutTheInterfaceWaitsForIt() {
        int mark = pair.capture().mark();
        master.shutDown();
        pair.awaitHolder(backup);
        saidGoodBye(mark);
        master.outside().must("ip", "link", "del", master.spec().networkInterface());
        master.boot();
        assertEquals("active", master.property("ActiveState"), "the boot has ended and the service runs");
        assertTrue(master.property("StatusText").contains(master.spec().networkInterface()),
                () -> master.property("StatusText"));
        pair.lab().bridge().plugIn(master.outside(), master.spec());
        pair.awaitHolder(master);
        pair.neverTwoHolders();
    }
}
