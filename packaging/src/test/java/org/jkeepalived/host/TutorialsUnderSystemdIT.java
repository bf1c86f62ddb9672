package org.jkeepalived.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jkeepalived.lab.Resources;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The tutorials' check scripts under systemd: they look for processes by name, start nginx, and stop the service that runs them. */
@NeedsSystemdHost
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TutorialsUnderSystemdIT {
    private static final Duration LIMIT = HostPair.LIMIT;
    /** systemd would kill what has not stopped after TimeoutStopSec, three times as long. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final String CONFIGURATION = "/etc/keepalived/keepalived.conf";
    private static final String CHECK = "/etc/keepalived/nginx_health_check.sh";
    private HostPair pair;
    private SystemdHost master;
    private SystemdHost backup;

    @BeforeAll
    void install() {
        pair = new HostPair();
        master = pair.master();
        backup = pair.backup();
        for (SystemdHost host : List.of(master, backup)) {
            // The tutorials' pace is slower. A check that outlasts its interval is ended, and on a busy machine it takes a second.
            host.sh("sed -i 's/interval 5/interval 3/' " + CONFIGURATION);
        }
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
        check(Resources.text("/tutorials/a-nginx/nginx_health_check.sh"));
        master.sh("pidof nginx || systemctl start nginx; systemctl start keepalived");
        pair.awaitHolder(master);
    }

    private void check(String script) {
        master.write(CHECK, script.replaceAll("sleep \\d", "sleep 0.3"), "rwxr-xr-x");
    }

    private void becomesInactive() {
        pair.awaitHolder(backup);
        master.await("the service is stopped", LIMIT, () -> master.property("ActiveState").equals("inactive"));
        assertEquals("success", master.property("Result"));
        assertEquals("0", master.property("NRestarts"));
        assertEquals("", master.run("pidof", "keepalived").out());
        pair.neverTwoHolders();
    }

    /** How long the last stop took. */
    private Duration stopTook() {
        long micros = Long.parseLong(master.property("InactiveEnterTimestampMonotonic"))
                - Long.parseLong(master.property("ActiveExitTimestampMonotonic"));
        return Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros));
    }

    @Test
    void theDaemonIsFoundUnderItsNameAndNotAsJava() {
        String pid = Integer.toString(master.mainPid());
        assertEquals(pid, master.must("pidof", "keepalived").strip());
        assertEquals(pid, master.must("pgrep", "-x", "keepalived").strip());
        assertEquals(pid, master.must("ps", "-C", "keepalived", "--no-heading", "-o", "pid").strip());
        assertEquals("", master.run("ps", "-C", "java", "--no-heading").out());
        assertEquals("/usr/sbin/keepalived", master.read("/proc/" + pid + "/cmdline").split("\0")[0]);
        master.must("killall", "-0", "keepalived");
        master.must("service", "keepalived", "status");
    }

    @Test
    void nginxThatTheCheckHasStartedSurvivesAStop() {
        master.must("systemctl", "stop", "nginx");
        master.await("the check has started nginx", LIMIT,
                () -> master.run("test", "-s", "/run/nginx.pid").status() == 0);
        String started = master.must("cat", "/run/nginx.pid");
        master.must("systemctl", "stop", SystemdHost.UNIT);
        assertTrue(stopTook().compareTo(STOP_LIMIT) < 0, () -> "the stop took " + stopTook());
        becomesInactive();
        assertTrue(master.must("pidof", "nginx").contains(started.strip()));
        // And the next start finds it running.
        master.must("systemctl", "start", SystemdHost.UNIT);
        pair.awaitHolder(master);
        assertEquals(started, master.must("cat", "/run/nginx.pid"));
    }

    @Test
    void serviceStopFromInsideTheCheckStopsTheService() {
        withoutNginx(() -> {
            becomesInactive();
            assertTrue(stopTook().compareTo(STOP_LIMIT) < 0, () -> "the stop took " + stopTook());
            assertTrue(master.journal().contains("nginx does not start"));
        });
    }

    @Test
    void killallFromInsideTheCheckStopsTheDaemonForGood() {
        check(Resources.text("/tutorials/b-nginx/nginx_check.sh"));
        withoutNginx(this::becomesInactive);
    }

    @Test
    void systemctlStopFromInsideTheTomcatCheckStopsTheServiceWhenNoJavaRuns() {
        master.sh("cp /bin/sleep /usr/local/bin/java; systemd-run --unit=tomcat java 1000000");
        // The tutorial's first line lacks its number sign.
        check("#" + Resources.text("/tutorials/d-tomcat/tomcat_check.sh"));
        int pid = master.mainPid();
        int mark = pair.capture().mark();
        pair.lab()
                .await("some rounds of the check", LIMIT,
                        () -> pair.capture().advertsOf(master.spec(), mark).size() > 4);
        assertEquals(pid, master.mainPid(), "it runs while there is a java");
        master.must("systemctl", "stop", "tomcat");
        becomesInactive();
        assertTrue(stopTook().compareTo(STOP_LIMIT) < 0, () -> "the stop took " + stopTook());
    }

    /** Runs a test while nginx does not run and cannot be started. */
    private void withoutNginx(Runnable test) {
        master.sh("mv /usr/sbin/nginx /usr/sbin/nginx.gone; ! pidof nginx || killall -w nginx");
        try {
            assertNotEquals(0, master.run("pidof", "nginx").status());
            test.run();
        } finally {
            master.sh("mv /usr/sbin/nginx.gone /usr/sbin/nginx; systemctl reset-failed nginx || true");
        }
    }
}
