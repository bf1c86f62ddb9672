package org.jkeepalived.daemon.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jkeepalived.daemon.dump.DataDump;
import org.jkeepalived.netlink.route.AddressSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of a configuration and how keepalived 2.2.7 shows them in its dump: kind, line and dump's line, in the order of the blocks. */
class ConfiguredLinesTest {
    private static final long SECOND = 1_000_000_000L;

    /** @param dumped without the mark of an address that is set, which the kernel refused for some */
    private record Pair(String kind, String configured, String dumped) {
        boolean six() {
            return configured.startsWith("f");
        }
    }

    private static List<Pair> pairs() {
        return DumpResources.text("lines-2.2.7.tsv").lines().map(line -> line.split("\t")).map(fields -> {
            return new Pair(fields[0], fields[1], fields[2].replaceAll(" set$", ""));
        }).toList();
    }

    private static String block(String name, List<Pair> pairs) {
        return name + " {\n" + pairs.stream().map(Pair::configured).collect(Collectors.joining("\n")) + "\n}\n";
    }

    private static List<Pair> of(String kind) {
        return pairs().stream().filter(pair -> pair.kind().equals(kind)).toList();
    }

    private static String dump() {
        String configuration = "track_group G {\ngroup {\nV1\n}\n}\n" + block("static_ipaddress", of("static"))
                + "vrrp_instance V1 {\nversion 3\ninterface e0\nvirtual_router_id 51\npriority 150\n"
                + block("virtual_ipaddress", of("address").stream().filter(pair -> !pair.six()).toList())
                + block("virtual_ipaddress_excluded", of("address").stream().filter(Pair::six).toList())
                + block("virtual_routes", of("route")) + block("virtual_rules", of("rule")) + "}\n";
        FakeHost host = new FakeHost().loopback()
                .ethernet(2, "e0", 0x0200_0000_0001L)
                .address(2, "10.0.0.1", 24, AddressSpec.SCOPE_GLOBAL)
                .ethernet(3, "e1", 0x0200_0000_0002L)
                .run(configuration)
                .pass(10 * SECOND);
        return DataDump.render(host.installed().dump(new ProcessFacts("", "vm", 0177, 0, 0), List.of()),
                ZoneOffset.UTC);
    }

    private static List<String> lines(String dump, String title) {
        return Pattern.compile("^" + title + "\n((?: {5}.*\n)+)", Pattern.MULTILINE)
                .matcher(dump)
                .results()
                .map((MatchResult match) -> match.group(1))
                .flatMap(String::lines)
                .map(line -> line.strip().replaceAll(" set$", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"static, ------< Static Addresses >------", "route, '   Virtual Routes :'",
        "rule, '   Virtual Rules :'", "address, '   Virtual IP .*'"})
    void everyLineIsShownAsKeepalivedShowsIt(String kind, String title) {
        List<Pair> pairs = of(kind);
        List<String> shown = lines(dump(), title);
        for (int i = 0; i < Math.min(pairs.size(), shown.size()); i++) {
            assertEquals(pairs.get(i).dumped().strip(), shown.get(i), pairs.get(i).configured());
        }
        assertEquals(pairs.size(), shown.size());
    }

    @Test
    void theBlankBehindALockedCongestionControlIsShown() {
        Pair locked = of("route").stream().filter(pair -> pair.configured().endsWith("lock bbr")).findFirst().get();
        assertTrue(dump().contains("     " + locked.dumped() + "\n"));
        assertTrue(locked.dumped().endsWith(" "));
    }
}
