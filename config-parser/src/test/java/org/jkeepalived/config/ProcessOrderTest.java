package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of keepalived's processes reports what, in which order, and how it names the place. */
class ProcessOrderTest {
    private static final String INSTANCE = "vrrp_instance VI {\n" + Loads.INSTANCE;

    private static List<String> lines(String text) {
        return Loads.lines(Loads.test(text))
                .stream()
                .filter(line -> !line.matches(".*not (supported|acted on) by this version.*"))
                .toList();
    }

    @Test
    void theParentReportsFirstThenTheCheckerThenVrrpThenBfd() {
        assertEquals(
                List.of("(Line 2) Unknown keyword 'xxxx1'", "(Line 19) Unknown keyword 'xxxx2'",
                        "(test.conf: Line 14) Unknown keyword 'xxxx3'", "(test.conf: Line 17) Unknown keyword 'xxxx4'",
                        "Virtual server [10.0.0.1]:none:80 has no real servers - ignoring",
                        "(test.conf: Line 10) Unknown keyword 'xxxx5'"),
                lines("global_defs {\n xxxx1\n}\n" + INSTANCE
                        + "  xxxx5\n}\n\nvirtual_server 10.0.0.1 80 {\n xxxx3\n}\nbfd_instance B { neighbor_ip 192.0.2.1\n xxxx4\n}\nxxxx2\n"));
    }

    @Test
    void aWordOutsideAnyBlockIsUnknownToAllAndSaidOnceByTheParent() {
        assertEquals(List.of("(Line 1) Unknown keyword 'foo'", "(Line 1) Unexpected '{' - ignoring",
                "(Line 2) Unknown keyword 'bar'", "(Line 3) Unknown keyword '}'"), lines("foo {\n bar\n}\n"));
    }

    @Test
    void aBlockWithoutItsBraceIsReadByItsOwnProcessAndIsLooseWordsForTheOthers() {
        assertEquals(
                List.of("(Line 2) Unknown keyword 'xxxx'", "(Line 3) Extra '}' found", "(Line 3) Unknown keyword '}'",
                        "(test.conf: Line 2) Missing '{' at beginning of configuration block"),
                lines("vrrp_sync_group X\n xxxx\n}\n").subList(0, 4));
        assertEquals(
                List.of("(Line 2) Missing '{' at beginning of configuration block", "(Line 2) Unknown keyword 'xxxx'",
                        "(Line 3) Extra '}' found", "(test.conf: Line 3) Unknown keyword '}'"),
                lines("global_defs\n xxxx\n}\n"));
    }

    @Test
    void aBlockInsideOneWithoutItsBraceBelongsToTheProcessesThatReadIt() {
        assertEquals(
                List.of("(test.conf: Line 3) Unknown keyword 'xxxx'",
                        "Virtual server [10.0.0.1]:none:80 has no real servers - ignoring",
                        "(test.conf: Line 2) Missing '{' at beginning of configuration block",
                        "(test.conf: Line 2) Unknown keyword 'virtual_server'",
                        "(test.conf: Line 2) Unexpected '{' - ignoring"),
                lines("vrrp_sync_group X\nvirtual_server 10.0.0.1 80 {\n xxxx\n}\n").subList(0, 5));
    }

    @Test
    void aListWithoutItsBraceTakesItsEntriesInSilence() {
        LoadResult result = Loads.test("vrrp_instance VI {\n virtual_router_id 51\n interface eth0\n"
                + " virtual_ipaddress\n 10.99.0.100\n }\n priority 50\n}\n");
        assertEquals(List.of("(Line 7) Unknown keyword 'priority'", "(Line 8) Extra '}' found",
                "(Line 8) Unknown keyword '}'"), Loads.lines(result));
        assertEquals(50, Loads.only(result).priority());
        assertEquals(1, Loads.only(result).addresses().size());
    }

    @Test
    void aBlockThatIsSkippedForItsNameIsReadAllTheSameWithoutItsBrace() {
        assertEquals(
                List.of("(test.conf: Line 1) vrrp_instance must have a name",
                        "(test.conf: Line 2) Missing '{' at beginning of configuration block"),
                lines("vrrp_instance\n virtual_router_id 51\n authentication {\n xxxx\n }\n}\n").stream()
                        .filter(line -> line.startsWith("(test.conf"))
                        .toList());
    }

    @Test
    void aMissingArgumentEndsTheTestInItsProcessAndTheLaterOnesNeverStart() {
        LoadResult result = Loads.test("foo\n" + INSTANCE
                + "  bar\n  priority\n  baz\n}\nvirtual_server 10.0.0.1 80 {\n xxxx\n}\nbfd_instance B {\n neighbour_ip 10.0.0.1\n}\n");
        List<String> lines = Loads.lines(result).stream().filter(line -> !line.contains(" by this version")).toList();
        assertEquals(List.of("(Line 1) Unknown keyword 'foo'", "(test.conf: Line 13) Unknown keyword 'xxxx'"),
                lines.subList(0, 2));
        assertEquals(
                "(test.conf: Line 9) *** Configuration line starting `priority` is missing a parameter after keyword `priority` at word position 2",
                lines.getLast());
        assertEquals(2, result.outcome().testExitCode());
        assertEquals(2, result.outcome().startExitCode());
    }

    @Test
    void aMissingArgumentInGlobalDefsEndsEverything() {
        assertEquals(List.of(
                "(Line 2) *** Configuration line starting `vrrp_version` is missing a parameter after keyword `vrrp_version` at word position 2"),
                lines("global_defs {\n vrrp_version\n}\nfoo\nvirtual_server 10.0.0.1 80 {\n xxxx\n}\n"));
    }

    @Test
    void quotesAreTheParentsBusinessInEveryBlock() {
        assertEquals(
                List.of("(Line 1) Unterminated quote 'vrrp_sync_group X { foo \"abc'",
                        "(Line 1) Unmatched quote: 'foo \"abc'", "(test.conf: Line 1) Unknown keyword 'foo'"),
                lines("vrrp_sync_group X { foo \"abc\n}\n").subList(0, 3));
    }
}
