package org.jkeepalived.daemon.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.List;
import org.jkeepalived.daemon.dump.DataDump;
import org.jkeepalived.daemon.dump.DumpSnapshot;
import org.jkeepalived.daemon.dump.JsonDump;
import org.jkeepalived.netlink.route.AddressSpec;
import org.junit.jupiter.api.Test;

/**
 * keepalived 2.2.7 wrote the dumps from routes.conf: static objects, track groups, routes and rules of a master, of a backup and of an
 * instance in FAULT. The same configuration gives the same dumps, but for what depends on the moment and for what 2.4.3 changed.
 */
class RoutesGoldenDumpTest {
    /** When the first has taken over and the second not yet. */
    private static final long MOMENT_NANOS = 700_000_000L;

    private static DumpSnapshot dump() {
        return new FakeHost().loopback()
                .ethernet(2, "e0", 0x0200_0000_0001L)
                .address(2, "10.0.0.1", 24, AddressSpec.SCOPE_GLOBAL)
                .address(2, "fe80::1", 64, AddressSpec.SCOPE_LINK)
                .ethernet(3, "e1", 0x0200_0000_0002L)
                .address(3, "10.0.1.1", 24, AddressSpec.SCOPE_GLOBAL)
                .address(3, "fe80::2", 64, AddressSpec.SCOPE_LINK)
                .down(4, "e2", 0x0200_0000_0003L)
                .address(4, "10.0.2.1", 24, AddressSpec.SCOPE_GLOBAL)
                .run(DumpResources.text("routes.conf"))
                .pass(MOMENT_NANOS)
                .installed()
                .dump(new ProcessFacts("", "vm", 0177, 0, 0), List.of());
    }

    private static String lasting(String dump) {
        return dump.replaceAll(
                "   (Last transition|Read timeout|Effective priority|Total priority|Master (down timer|router|priority|advert int)) = .*\n",
                "").replaceAll("(fd_in) \\d+(,? fd_out) (= )?\\d+", "$1$2");
    }

    private static String lastingJson(String json) {
        return json
                .replaceAll("\"(last_transition|master_priority|effective_priority|advert_rcvd|advert_sent)\":[0-9.]+",
                        "\"$1\":0")
                .replaceAll(",\"auth_ext[a-z_]*\":0", "");
    }

    private static void assertSamePieces(String expected, String actual, String separator) {
        String[] left = expected.split(separator);
        String[] right = actual.split(separator);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            assertEquals(left[i], right[i], "piece " + (i + 1) + ", after " + left[Math.max(0, i - 1)]);
        }
        assertEquals(expected, actual);
    }

    @Test
    void theDataEqualsKeepaliveds() {
        String golden = DumpResources.text("routes-2.2.7.data")
                .replace("Number of interface and track script faults", "Number of tracker faults")
                .replaceAll(" libnftnl version .*\n|   Not IPv6 forwarding.*\n", "");
        assertSamePieces(lasting(golden), lasting(DataDump.render(dump(), ZoneOffset.UTC)), "\n");
    }

    @Test
    void theJsonEqualsKeepaliveds() {
        assertSamePieces(lastingJson(DumpResources.text("routes-2.2.7.json")), lastingJson(JsonDump.render(dump(), 1)),
                ",");
    }
}
