package org.jkeepalived.daemon.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import org.jkeepalived.daemon.snapshot.DumpResources;
import org.junit.jupiter.api.Test;

/** The dumps equal those that keepalived 2.2.7 wrote in the same state, but for the differences named here, which are those of 2.4.3. */
class GoldenDumpTest {
    private static final DumpSnapshot SNAPSHOT = GoldenSnapshot.take();

    private static String golden(String extension) {
        return DumpResources.text("keepalived-2.2.7." + extension);
    }

    private static void assertSameLines(String expected, String actual) {
        assertSamePieces(expected.split("\n"), actual.split("\n"));
        assertEquals(expected, actual);
    }

    /** Fails on the first piece that differs and names it; the whole texts are too long to compare by eye. */
    private static void assertSamePieces(String[] expected, String[] actual) {
        for (int i = 0; i < Math.min(expected.length, actual.length); i++) {
            assertEquals(expected[i], actual[i], "piece " + (i + 1) + (i > 0 ? ", after " + expected[i - 1] : ""));
        }
    }

    @Test
    void dataEqualsKeepalivesButForTheMaskedPasswordAndWhatTheBuildTells() {
        String expected = golden("data")
                // 2.4.3 masks the password and has one count for all kinds of trackers.
                .replace("Password = 1111", "Password = ********")
                .replace("Number of interface and track script faults", "Number of tracker faults")
                // A library and a kernel setting that this daemon does not use.
                .replace(" libnftnl version 1.2.3\n", "")
                .replaceAll("   Not IPv6 forwarding.*\n", "")
                // The firewall that keepalived chooses by itself for an instance without accept.
                .replaceAll(" nftables (?!without).*\n", "");
        assertSameLines(expected, DataDump.render(SNAPSHOT, ZoneOffset.UTC));
    }

    @Test
    void statsEqualKeepalivesButForTheAuthenticationExtension() {
        String expected = golden("stats").replace("  Priority Zero:",
                "  Authentication Extension Errors:\n    Missing: 0\n    Malformed: 0\n    Unknown Key: 0\n    Invalid HMAC: 0\n"
                        + "    Stale: 0\n    Replay: 0\n  Priority Zero:");
        assertSameLines(expected, StatsDump.render(SNAPSHOT.instances()));
    }

    @Test
    void jsonEqualsKeepalivesButForTheMaskedPasswordAndTheAuthenticationExtension() {
        String expected = golden("json").replaceAll("\"auth_data\":\"[^\"]*\"", "\"auth_data\":\"********\"")
                .replace("\"pri_zero_rcvd\"",
                        "\"auth_ext_missing\":0,\"auth_ext_malformed\":0,\"auth_ext_unknown_key\":0,\"auth_ext_invalid_hmac\":0,"
                                + "\"auth_ext_stale\":0,\"auth_ext_replay\":0,\"pri_zero_rcvd\"");
        assertSamePieces(expected.split(","), JsonDump.render(SNAPSHOT, 1).split(","));
        assertEquals(expected, JsonDump.render(SNAPSHOT, 1));
    }

    @Test
    void jsonVersion2HoldsTheSameArrayUnderVrrp() {
        assertEquals("{\"vrrp\":" + JsonDump.render(SNAPSHOT, 1).strip() + ",\"track_process\":[]}\n",
                JsonDump.render(SNAPSHOT, 2));
    }

    @Test
    void parentDataIsTheGlobalDefinitionsAlone() {
        String all = DataDump.render(SNAPSHOT, ZoneOffset.UTC);
        assertEquals(all.substring(0, all.indexOf("------< Gratuitous")),
                DataDump.renderParent(SNAPSHOT.global(), ZoneOffset.UTC));
    }
}
