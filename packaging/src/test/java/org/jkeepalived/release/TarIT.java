package org.jkeepalived.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.lab.Eventually;
import org.jkeepalived.lab.Host;
import org.jkeepalived.lab.NeedsLab;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The archive for every other distribution: run where it is unpacked, installed, installed over, removed. */
@NeedsLab
class TarIT {
    private static final Path OUTPUT = Path.of("target/tar-test").toAbsolutePath();
    private static Path archive;

    @BeforeAll
    static void pack() {
        archive = Path
                .of(Program
                        .must(Map.of(),
                                List.of("src/main/tar/build-tar",
                                        System.getProperty("jkeepalived.image", "target/image"), OUTPUT.toString()))
                        .strip());
    }

    /** A host without keepalived, with the archive unpacked in /tmp/unpacked. */
    private static Host host() {
        var host = new Host("plain", OUTPUT);
        host.sh("""
                rm -rf /etc/keepalived /usr/sbin/keepalived /usr/lib/systemd/system/keepalived.service /opt/jkeepalived-test
                rm -f /usr/local/share/man/man*/keepalived* /etc/systemd/system/keepalived.service
                mkdir /tmp/unpacked
                mount -t tmpfs opt /opt
                """);
        host.must("tar", "-C", "/tmp/unpacked", "--strip-components=1", "-xzf", archive.toString());
        return host;
    }

    private static Set<String> files(Host host) {
        return new HashSet<>(host.sh("find /usr /etc /opt -xdev ! -type d").lines().toList());
    }

    @Test
    void itRunsWhereItIsUnpacked() {
        try (var host = host()) {
            assertEquals("36\n", host.must("/tmp/unpacked/bin/keepalived", "--signum=JSON"));
        }
    }

    @Test
    void itsTopDirectoryNamesVersionSystemAndMachine() {
        String name = archive.getFileName().toString().replace(".tar.gz", "");
        assertTrue(name.matches("jkeepalived-[0-9.]+-linux-(x86_64|aarch64)"), name);
        assertTrue(Program.must(Map.of(), List.of("tar", "-tzf", archive.toString()))
                .lines()
                .allMatch(path -> path.startsWith(name + "/")));
    }

    @Test
    void whatIsInstalledRunsFromItsCacheAndIsRemovedWithoutATrace() {
        try (var host = host()) {
            var before = files(host);
            host.must("/tmp/unpacked/install");
            assertEquals("/opt/jkeepalived/bin/keepalived\n", host.must("readlink", "/usr/sbin/keepalived"));
            assertTrue(host.read("/etc/systemd/system/keepalived.service").contains("jkeepalived"));
            host.sh("ip link add eth0 type veth peer name peer0; ip link set eth0 up; ip link set peer0 up; ip addr add 192.168.7.1/24 dev eth0");
            host.write("/etc/keepalived/keepalived.conf", """
                    vrrp_instance VI_1 {
                        state MASTER
                        interface eth0
                        virtual_router_id 51
                        priority 255
                        virtual_ipaddress {
                            192.168.7.100/24
                        }
                    }
                    """, "rw-r--r--");
            host.must("keepalived");
            Eventually.await(() -> host.kernel().has("192.168.7.100"), "the address is there", Duration.ofSeconds(30),
                    () -> String.join("\n", host.log()));
            String pid = host.read("/run/keepalived.pid").strip();
            assertTrue(host.read("/proc/" + pid + "/maps").contains("/opt/jkeepalived/lib/keepalived.aot"));
            host.must("kill", pid);
            host.must("/opt/jkeepalived/uninstall");
            var left = files(host);
            left.removeAll(before);
            assertEquals(Set.of("/etc/keepalived/keepalived.conf"), left);
            assertFalse(host.exists("/opt/jkeepalived"));
        }
    }

    @Test
    void installingOverItTakesTheOldOnesPlace() {
        try (var host = host()) {
            host.sh("DESTDIR=/opt/root /tmp/unpacked/install --prefix /opt/here");
            host.write("/opt/root/opt/here/lib/app/of-an-old-version.jar", "", "rw-r--r--");
            host.sh("DESTDIR=/opt/root /tmp/unpacked/install --prefix=/opt/here");
            assertFalse(host.exists("/opt/root/opt/here/lib/app/of-an-old-version.jar"));
            assertEquals("here\n", host.must("ls", "/opt/root/opt"));
            assertEquals("36\n", host.must("/opt/root/opt/here/bin/keepalived", "--signum=JSON"));
        }
    }

    @Test
    void anotherKeepalivedIsNotOverwritten() {
        try (var host = host()) {
            host.write("/usr/sbin/keepalived", "#!/bin/sh\n", "rwxr-xr-x");
            var refused = host.run("/tmp/unpacked/install");
            assertNotEquals(0, refused.status());
            assertTrue(refused.err().contains("/usr/sbin/keepalived belongs to another keepalived"), refused.err());
            assertEquals("#!/bin/sh\n", host.read("/usr/sbin/keepalived"));
            assertFalse(host.exists("/opt/jkeepalived"));
        }
    }

    @Test
    void aDirectoryOfSomebodyElseIsNotOverwritten() {
        try (var host = host()) {
            host.write("/opt/jkeepalived/mine", "", "rw-r--r--");
            assertNotEquals(0, host.run("/tmp/unpacked/install").status());
            assertTrue(host.exists("/opt/jkeepalived/mine"));
        }
    }

    @Test
    void theUnitOfAnotherDirectoryNamesThatDirectory() {
        try (var host = host()) {
            host.sh("DESTDIR=/opt/root /tmp/unpacked/install --prefix /opt/here");
            String unit = host.read("/opt/root/etc/systemd/system/keepalived.service");
            assertTrue(unit.contains("jkeepalived"), unit);
            assertFalse(unit.contains("/usr/lib/jkeepalived"), unit);
        }
    }
}
