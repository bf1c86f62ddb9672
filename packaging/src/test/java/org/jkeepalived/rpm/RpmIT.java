package org.jkeepalived.rpm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jkeepalived.lab.Host;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Result;
import org.junit.jupiter.api.Test;

/** The rpm by itself: installed, verified, run, upgraded, erased. */
@NeedsLab(programs = {"rpmbuild", "rpmlint", "dnf", "createrepo_c"})
class RpmIT {
    static final String VIRTUAL_ADDRESS = "192.168.7.100";
    /** MASTER at once, without anybody to talk to. */
    static final String CONFIGURATION = """
            vrrp_instance VI_1 {
                state MASTER
                interface eth0
                virtual_router_id 51
                priority 255
                advert_int 1
                virtual_ipaddress {
                    192.168.7.100/24
                }
            }
            """;

    @Test
    void afterInstallationItsFilesAreAsBuiltNothingIsStartedAndThePayloadBecomesMasterFromItsCache() {
        try (var machine = new Machine(Packages.base(), Packages.ours())) {
            assertAsBuilt(machine.host());
            assertFalse(machine.isEnabled());
            assertEquals(0, machine.daemon());
            assertFalse(machine.host().exists(Machine.CONFIGURATION));
            assertBecomesMasterFromItsCache(machine);
        }
    }

    private static void assertAsBuilt(Host host) {
        assertEquals(new Result(0, "", ""), host.run("rpm", "-V", "jkeepalived"));
        assertEquals("",
                host.sh("rpm -ql jkeepalived | xargs -d '\\n' stat -c '%U:%G %A %n' "
                        + "| grep -v -E '^root:root ([-d]rw.r-.r-.|l.........) ' || :"),
                "others' files, or such as everybody may write");
        assertEquals("", host.sh("ls -d /usr/lib/.build-id 2>/dev/null || :"));
    }

    private static void assertBecomesMasterFromItsCache(Machine machine) {
        assertTrue(machine.host().run("keepalived", "-v").err().startsWith("Keepalived v2.4.3"));
        machine.host().write(Machine.CONFIGURATION, CONFIGURATION, "rw-r--r--");
        machine.host().must("systemctl", "start", "keepalived");
        machine.awaitAddress(VIRTUAL_ADDRESS, true);
        assertTrue(hasMappedItsCache(machine));
    }

    private static boolean hasMappedItsCache(Machine machine) {
        return machine.host()
                .read("/proc/" + machine.daemon() + "/maps")
                .contains("/usr/lib/jkeepalived/lib/keepalived.aot");
    }

    @Test
    void whereTheDistributionEnablesItItIsEnabled() {
        try (var machine = new Machine(Packages.base())) {
            machine.host()
                    .write("/etc/systemd/system-preset/10-ours.preset", "enable keepalived.service\n", "rw-r--r--");
            machine.rpm("-i", Packages.ours());
            assertTrue(machine.isEnabled());
        }
    }

    @Test
    void coreutilsWithoutBlockSignalAreRefused() {
        try (var machine = new Machine(Packages.olderBase())) {
            var refused = machine.tryRpm("-i", Packages.ours());
            assertNotEquals(0, refused.status());
            var needs = refused.err().lines().filter(line -> line.contains("is needed by")).map(String::strip).toList();
            assertEquals(1, needs.size(), refused.err());
            assertTrue(needs.getFirst().startsWith("coreutils >= 8.31 "), refused.err());
        }
    }

    @Test
    void itProvidesKeepalivedAndNoLibrary() {
        try (var machine = new Machine(Packages.base())) {
            var provides = machine.host().must("rpm", "-qp", "--provides", Packages.ours().toString()).lines().toList();
            assertTrue(provides.contains("keepalived = 2.4.3"), provides.toString());
            assertTrue(provides.stream().noneMatch(name -> name.contains(".so")), provides.toString());
            assertEquals("", machine.host().must("rpm", "-qp", "--obsoletes", Packages.ours().toString()));
        }
    }

    @Test
    void anUpgradeRestartsARunningDaemonAndKeepsOptionsAndEnablement() {
        try (var machine = new Machine(Packages.base(), Packages.ours())) {
            var host = machine.host();
            host.write(Machine.CONFIGURATION, CONFIGURATION, "rw-r--r--");
            host.write(Machine.OPTIONS, "KEEPALIVED_OPTIONS=\"-D -S 3\"\n", "rw-r--r--");
            host.must("systemctl", "enable", "--now", "keepalived");
            machine.awaitAddress(VIRTUAL_ADDRESS, true);
            int before = machine.daemon();
            machine.rpm("-U", Packages.ourNext());
            assertNotEquals(before, machine.daemon());
            machine.awaitAddress(VIRTUAL_ADDRESS, true);
            assertTrue(machine.isEnabled());
            assertEquals("KEEPALIVED_OPTIONS=\"-D -S 3\"\n", host.read(Machine.OPTIONS));
            assertEquals(CONFIGURATION, host.read(Machine.CONFIGURATION));
            assertTrue(hasMappedItsCache(machine));
        }
    }

    @Test
    void anUpgradeLeavesAStoppedDaemonStopped() {
        try (var machine = new Machine(Packages.base(), Packages.ours())) {
            machine.rpm("-U", Packages.ourNext());
            assertEquals(0, machine.daemon());
            assertFalse(machine.isEnabled());
        }
    }

    @Test
    void erasingItStopsTheDaemonAndLeavesNothingButTheConfiguration() {
        try (var machine = new Machine(Packages.base())) {
            var host = machine.host();
            var before = machine.files();
            machine.rpm("-i", Packages.ours());
            host.write(Machine.CONFIGURATION, CONFIGURATION, "rw-r--r--");
            host.must("systemctl", "enable", "--now", "keepalived");
            machine.awaitAddress(VIRTUAL_ADDRESS, true);
            host.must("rpm", "-e", "jkeepalived");
            assertFalse(host.kernel().has(VIRTUAL_ADDRESS));
            var after = machine.files();
            var left = new TreeSet<>(after);
            left.removeAll(before);
            assertEquals(Set.of("/etc/keepalived", Machine.CONFIGURATION), left);
            before.removeAll(after);
            assertEquals(Set.of(), before);
        }
    }

    @Test
    void itIsInstalledIntoARootTreeWithoutAServiceManager() {
        try (var machine = new Machine()) {
            var host = machine.host();
            host.sh("""
                    mkdir /mnt/tree /mnt/tree-upper /mnt/tree-work
                    mount -t overlay tree -o lowerdir=/mnt/machine,upperdir=/mnt/tree-upper,workdir=/mnt/tree-work /mnt/tree
                    rm -rf /mnt/tree/usr/sbin/keepalived /mnt/tree/etc/keepalived /mnt/tree/lib/systemd/system/keepalived.service
                    rm -f /mnt/tree/etc/systemd/system/*.wants/keepalived.service
                    mount -t proc proc /mnt/tree/proc
                    mount --rbind /dev /mnt/tree/dev
                    mount -t tmpfs run /mnt/tree/run
                    """);
            host.must("rpm", "--root", "/mnt/tree", "-i", Packages.base().toString(), Packages.ours().toString());
            assertEquals("", host.must("rpm", "--root", "/mnt/tree", "-V", "jkeepalived"));
            assertTrue(host.exists("/mnt/tree/usr/lib/jkeepalived/lib/keepalived.aot"));
            assertFalse(host.exists("/usr/lib/jkeepalived"));
            assertEquals("36\n", host.must("chroot", "/mnt/tree", "/usr/sbin/keepalived", "--signum=JSON"));
        }
    }

    @Test
    void rpmlintFindsNoErrors() {
        String findings = Packages
                .run(List.of("rpmlint", "-c", "src/main/rpm/rpmlint.toml", Packages.ours().toString()));
        assertTrue(findings.contains(" 0 errors"), findings);
    }
}
