package org.jkeepalived.daemon.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.List;
import org.jkeepalived.daemon.dump.DataDump;
import org.jkeepalived.netlink.route.AddressSpec;
import org.junit.jupiter.api.Test;

/** keepalived 2.2.7 wrote the global definitions from globals.conf, in which nearly every setting differs from its default. */
class GlobalsGoldenDumpTest {

    @Test
    void everySettingIsShownAsKeepalivedShowsIt() {
        FakeHost host = new FakeHost().loopback()
                .ethernet(2, "eth0", 0x0200_0000_0001L)
                .address(2, "10.0.0.1", 24, AddressSpec.SCOPE_GLOBAL)
                .ethernet(3, "eth1", 0x0200_0000_0002L)
                .run(DumpResources.text("globals.conf"));
        String[] expected = DumpResources.text("globals-2.2.7.data")
                .replaceAll(" libnftnl version .*\n", "")
                .split("\n");
        String[] actual = DataDump
                .renderParent(host.situation().dump(new ProcessFacts("", "vm", 022, 0, 0), List.of()).global(),
                        ZoneOffset.UTC)
                .split("\n");
        for (int i = 0; i < Math.min(expected.length, actual.length); i++) {
            assertEquals(expected[i], actual[i], "line " + (i + 1));
        }
        assertEquals(expected.length, actual.length);
    }
}
