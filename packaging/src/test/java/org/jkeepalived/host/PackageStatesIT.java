package org.jkeepalived.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jkeepalived.lab.HostSpec;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the package finds, makes and leaves: the unit's state, configuration files, other package's remains. */
@NeedsSystemdHost
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackageStatesIT {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final String CONFIGURATION = "/etc/keepalived/keepalived.conf";
    private static final String OPTIONS = "/etc/default/keepalived";
    private static final String ENABLED = "/etc/systemd/system/multi-user.target.wants/keepalived.service";
    private static final String MASKED = "/etc/systemd/system/keepalived.service";
    private static final String POLICY = "/usr/sbin/policy-rc.d";
    private static final String CACHE = "/usr/lib/jkeepalived/lib/keepalived.aot";
    private static final String SOLE = """
            vrrp_instance VI_1 {
                state MASTER
                interface eth0
                virtual_router_id 51
                priority 255
                virtual_ipaddress {
                    10.9.0.100/24
                }
            }
            """;
    private Lab lab;
    private SystemdHost host;

    @BeforeAll
    void boot() {
        lab = new Lab();
        host = new SystemdHost(lab, new HostSpec("debian", "eth0", 1, List.of("10.9.0.1/24")));
    }

    @AfterAll
    void switchOff() {
        try {
            if (host != null) {
                host.close();
            }
        } finally {
            lab.close();
        }
    }

    @BeforeEach
    void configure() {
        host.write(CONFIGURATION, SOLE, "rw-r--r--");
    }

    @AfterEach
    void purge() {
        host.sh("rm -f " + POLICY + " " + OPTIONS
                + "; systemctl unmask -q keepalived; dpkg --purge jkeepalived keepalived");
        host.sh("rm -rf /etc/keepalived " + ENABLED
                + " /var/lib/systemd/deb-systemd-helper-*; systemctl daemon-reload");
    }

    private Result install() {
        return install(DebianPackage.previous());
    }

    private Result install(Path file) {
        return HostPair.install(host, file).orFail("install");
    }

    private void installKeepalived() {
        host.must("apt-get", "-q", "-y", "install", "keepalived");
    }

    private void runs() {
        host.await("the service runs and holds its address", LIMIT, () -> host.isActive() && host.has("10.9.0.100"));
    }

    private void stopped() {
        assertEquals("inactive", host.property("ActiveState"));
        assertFalse(host.has("10.9.0.100"));
    }

    @Test
    void aFreshInstallIsEnabledAndStartedWithItsCache() {
        Result output = install(DebianPackage.current());
        assertFalse((output.out() + output.err()).contains("AOT"), output::toString);
        assertEquals("enabled", host.enabledState());
        runs();
        assertTrue(host.exists(CACHE));
        assertEquals("", host.run("dpkg", "--audit").out());
    }

    @Test
    void aFreshInstallWithoutAConfigurationStartsNothingAndFailsNothing() {
        host.sh("rm -r /etc/keepalived");
        install();
        assertEquals("enabled", host.enabledState());
        assertEquals(List.of("inactive", "no"),
                List.of(host.property("ActiveState"), host.property("ConditionResult")));
    }

    @Test
    void aConfigurationThatIsRefusedDoesNotFailTheInstallation() {
        host.write(CONFIGURATION, "vrrp_instance VI_1 {\n", "rw-r--r--");
        install();
        assertEquals("install ok installed",
                host.must("dpkg-query", "-W", "-f", "${Status}", DebianPackage.NAME).strip());
    }

    @Test
    void theOptionsThatWereEditedForKeepalivedStayInForceAndOutliveItsPurge() {
        installKeepalived();
        host.sh("echo 'DAEMON_ARGS=\"-D --log-detail\"' >" + OPTIONS + "; echo '# edited' >>/etc/init.d/keepalived");
        host.must("apt-get", "-q", "-y", "remove", "keepalived");
        install();
        runs();
        assertTrue(host.read("/proc/" + host.mainPid() + "/cmdline").contains("--log-detail"));
        host.must("dpkg", "--purge", "keepalived");
        assertEquals("DAEMON_ARGS=\"-D --log-detail\"\n", host.read(OPTIONS));
        assertEquals("enabled", host.enabledState());
        host.must("systemctl", "daemon-reload");
        host.must("systemctl", "restart", SystemdHost.UNIT);
        runs();
        assertTrue(host.read("/proc/" + host.mainPid() + "/cmdline").contains("--log-detail"));
    }

    @Test
    void dpkgAloneReplacesKeepalived() {
        installKeepalived();
        host.copy(DebianPackage.previous(), "/root/ours.deb");
        host.must("dpkg", "-i", "/root/ours.deb");
        runs();
        assertEquals("enabled", host.enabledState());
        assertEquals("", host.must("dpkg", "--verify", DebianPackage.NAME));
    }

    @Test
    void whatThePackageManagerMaskedIsUnmasked() {
        installKeepalived();
        host.must("apt-get", "-q", "-y", "remove", "keepalived");
        // As the removal of a package built with an older debhelper does.
        host.must("env", "DPKG_MAINTSCRIPT_PACKAGE=keepalived", "deb-systemd-helper", "mask", SystemdHost.UNIT);
        assertTrue(host.exists(MASKED));
        install();
        assertFalse(host.exists(MASKED));
        runs();
    }

    @Test
    void whatTheAdministratorMaskedStaysMasked() {
        installKeepalived();
        host.must("systemctl", "stop", SystemdHost.UNIT);
        host.must("systemctl", "mask", SystemdHost.UNIT);
        install();
        assertEquals("masked", host.enabledState());
        stopped();
    }

    @Test
    void aDisabledServiceStaysDisabledAndStoppedThereAndBack() {
        installKeepalived();
        host.must("systemctl", "disable", "--now", SystemdHost.UNIT);
        install();
        assertEquals("disabled", host.enabledState());
        stopped();
        host.must("dpkg", "--purge", "keepalived");
        installKeepalived();
        assertEquals("disabled", host.enabledState());
        stopped();
    }

    @Test
    void anEnabledServiceStaysEnabledThereAndBackAndNothingOfOursIsLeft() {
        installKeepalived();
        host.sh("echo 'DAEMON_ARGS=\"-D --log-detail\"' >" + OPTIONS);
        install();
        runs();
        installKeepalived();
        runs();
        assertEquals("enabled", host.enabledState());
        assertEquals("DAEMON_ARGS=\"-D --log-detail\"\n", host.read(OPTIONS));
        assertEquals("", host.must("dpkg-divert", "--list", OPTIONS));
        assertFalse(host.exists("/usr/lib/jkeepalived"));
        host.must("dpkg", "--purge", DebianPackage.NAME);
        assertEquals("enabled", host.enabledState());
        runs();
    }

    @Test
    void aServiceThatTheAdministratorStoppedStaysStoppedOverAnUpgrade() {
        install();
        runs();
        host.must("systemctl", "stop", SystemdHost.UNIT);
        install(DebianPackage.current());
        assertEquals("enabled", host.enabledState());
        stopped();
    }

    @Test
    void removalKeepsTheConfigurationAndReinstallationTheChoice() {
        install();
        host.must("systemctl", "disable", SystemdHost.UNIT);
        host.must("apt-get", "-q", "-y", "remove", DebianPackage.NAME);
        host.await("the daemon has ended", LIMIT, () -> !host.has("10.9.0.100"));
        assertFalse(host.exists("/usr/lib/jkeepalived"));
        assertEquals(SOLE, host.read(CONFIGURATION));
        install();
        assertEquals("disabled", host.enabledState());
        stopped();
    }

    @Test
    void aPurgeTakesWhatIsOursAndLeavesWhatTheUserWrote() {
        host.sh("echo 'DAEMON_ARGS=\"-D\"' >" + OPTIONS);
        install();
        runs();
        host.must("apt-get", "-q", "-y", "purge", DebianPackage.NAME);
        assertFalse(host.has("10.9.0.100"));
        for (String gone : List.of("/usr/lib/jkeepalived", "/usr/sbin/keepalived", ENABLED, "/run/keepalived.pid")) {
            assertFalse(host.exists(gone), gone);
        }
        assertEquals("", host.must("dpkg-divert", "--list", OPTIONS));
        assertEquals("", host.sh("find /var/lib/systemd -path '*deb-systemd-helper*' -name 'keepalived*'"));
        assertEquals(SOLE, host.read(CONFIGURATION));
        assertEquals("DAEMON_ARGS=\"-D\"\n", host.read(OPTIONS));
    }

    @Test
    void aDiversionOfSomebodyElseIsLeftAndFailsNeitherInstallationNorRemoval() {
        host.must("dpkg-divert", "--local", "--no-rename", "--divert", OPTIONS + ".local", "--add", OPTIONS);
        try {
            install();
            runs();
            host.must("dpkg", "--purge", DebianPackage.NAME);
            assertTrue(host.must("dpkg-divert", "--list", OPTIONS).contains(".local"));
        } finally {
            host.must("dpkg-divert", "--local", "--no-rename", "--remove", OPTIONS);
        }
    }

    @Test
    void whatTheLocalPolicyDeniesIsNotDone() {
        host.write(POLICY, "#!/bin/sh\nexit 101\n", "rwxr-xr-x");
        install();
        assertEquals("enabled", host.enabledState());
        stopped();
    }

    @Test
    void itInstallsWhereSystemdDoesNotRunAndWhereThereIsNoSystemctl() {
        host.copy(DebianPackage.previous(), "/root/ours.deb");
        // A tree without a service manager: /run is another one.
        host.sh("""
                mkdir /tree
                mount -t tmpfs tree /tree
                tar -C / --one-file-system --exclude=./tree -c ./bin ./sbin ./lib ./lib64 ./usr ./etc ./var ./root | tar -C /tree -x
                mkdir -p /tree/proc /tree/dev /tree/run /tree/tmp
                mount --bind /dev /tree/dev
                mount -t proc proc /tree/proc
                trap 'umount /tree/proc /tree/dev /tree; rmdir /tree' EXIT
                mv /tree/usr/bin/systemctl /tree/usr/bin/systemctl.gone
                chroot /tree dpkg -i /root/ours.deb
                test -h /tree%1$s
                chroot /tree keepalived -v
                chroot /tree dpkg --purge jkeepalived
                test ! -h /tree%1$s
                test ! -e /tree/usr/lib/jkeepalived
                mv /tree/usr/bin/systemctl.gone /tree/usr/bin/systemctl
                chroot /tree dpkg -i /root/ours.deb
                test -h /tree%1$s
                """
                .formatted(ENABLED));
        assertEquals("not-found", host.property("LoadState"));
    }
}
