package org.jkeepalived.daemon.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.List;
import org.jkeepalived.daemon.dump.DataDump;
import org.jkeepalived.daemon.tracking.ScriptSource;
import org.jkeepalived.health.CheckResult;
import org.jkeepalived.health.CheckStatus;
import org.jkeepalived.netlink.route.AddressSpec;
import org.jkeepalived.vrrp.TrackerCondition;
import org.junit.jupiter.api.Test;

/**
 * keepalived 2.2.7 wrote the golden dump from the configuration beside it. The same configuration, read by the parser and run by the core on
 * the same interfaces, gives the same dump, but for what depends on the moment. The instance with an authentication header is left out:
 * nobody here sends one.
 */
class MappedGoldenDumpTest {
    private static final long SECOND = 1_000_000_000L;

    private static FakeHost host() {
        return new FakeHost().loopback()
                .ethernet(3, "e0", 0x0200_0000_0001L)
                .address(3, "10.9.0.1", 24, AddressSpec.SCOPE_GLOBAL)
                .address(3, "fe80::ff:fe00:1", 64, AddressSpec.SCOPE_LINK)
                .ethernet(4, "x1", 0xcef6_a3cf_47c4L)
                .address(4, "fe80::ccf6:a3ff:fecf:47c4", 64, AddressSpec.SCOPE_LINK)
                .ethernet(5, "x0", 0x0200_0000_0011L)
                .address(5, "10.7.0.1", 24, AddressSpec.SCOPE_GLOBAL)
                .address(5, "fe80::ff:fe00:11", 64, AddressSpec.SCOPE_LINK)
                .run(DumpResources.text("keepalived.conf").replaceAll("(?s)vrrp_instance VG \\{.*?\n}\n", ""));
    }

    private static String dump() {
        FakeHost host = host().pass(2 * SECOND);
        for (String up : List.of("chk_ok", "chk_bad", "chk_zero")) {
            host.tracker(ScriptSource.id(up), TrackerCondition.UP);
        }
        List<CheckStatus> checks = List.of(status("chk_ok", CheckResult.UP, 4), status("chk_bad", CheckResult.DOWN, 0),
                status("chk_zero", CheckResult.UP, 1));
        return DataDump.render(host.pass(30 * SECOND).situation().dump(new ProcessFacts("", "vm", 0177, 0, 0), checks),
                ZoneOffset.UTC);
    }

    private static CheckStatus status(String name, CheckResult result, int counter) {
        return new CheckStatus(name, result, counter, CheckStatus.RunState.IDLE, 1, "");
    }

    private static String golden() {
        return DumpResources.text("keepalived-2.2.7.data")
                .replaceAll("(?s) VRRP Instance = VG\n(   .*?\n)+", "")
                .replaceAll("(?s) fd_in 20 fd_out = 21\n(   [^\n]*\n)+", "")
                .replaceAll("     VG, weight 0\n", "")
                .replaceAll("(?s) Name = gone0\n(   [^\n]*\n)+", "")
                .replace("Number of interface and track script faults", "Number of tracker faults")
                .replace("Password = 1111", "Password = ********")
                // The firewall, a library and a kernel setting that this daemon does not use.
                .replaceAll(" libnftnl version .*\n| nftables (?!without).*\n", "")
                .replaceAll("   Not IPv6 forwarding.*\n", "");
    }

    /** Leaves out what depends on the moment and on which other routers there were. */
    private static String lasting(String dump) {
        return dump
                .replaceAll("   (Last transition|Read timeout|Master [a-z ]+|Effective priority|Total priority) = .*\n",
                        "")
                .replaceAll("   (State|Wantstate) = (MASTER|BACKUP|FAULT|INIT)\n", "")
                .replaceAll("   Number of .*\n", "")
                .replaceAll("(?<=next time) .*", "")
                .replaceAll("(fd_in) \\d+(,? fd_out) (= )?\\d+", "$1$2")
                .replaceAll(" set\n", "\n");
    }

    @Test
    void theDumpOfTheSameConfigurationEqualsKeepaliveds() {
        String[] expected = lasting(golden()).split("\n");
        String[] actual = lasting(dump()).split("\n");
        for (int i = 0; i < Math.min(expected.length, actual.length); i++) {
            assertEquals(expected[i], actual[i], "line " + (i + 1) + ", after " + expected[Math.max(0, i - 1)]);
        }
        assertEquals(expected.length, actual.length);
    }
}
