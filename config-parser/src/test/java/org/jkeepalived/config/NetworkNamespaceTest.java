package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.render.KeepalivedForm;
import org.junit.jupiter.api.Test;

/** A network namespace of the file that is not there ends keepalived's test, silently and with 0. */
class NetworkNamespaceTest {
    private static final String TEXT = "net_namespace blue\nfoo\nvrrp_instance VI {\n bar\n}\n";

    @Test
    void withoutItOnlyTheParentReadsAndTheExitCodeIs0() {
        LoadResult result = Loads.test(TEXT);
        assertEquals(0, result.outcome().testExitCode());
        assertEquals("(Line 2) Unknown keyword 'foo'\n", KeepalivedForm.text(result, false));
    }

    @Test
    void whatAPersonReadsHoldsTheRestAndSaysWhy() {
        LoadResult result = Loads.test(TEXT);
        assertTrue(
                result.diagnostics()
                        .stream()
                        .map(Diagnostic::code)
                        .toList()
                        .containsAll(List.of("no-network-namespace", "unknown-keyword", "no-router-id")),
                () -> Loads.codes(result).toString());
        assertEquals(1,
                result.diagnostics()
                        .stream()
                        .filter(d -> d.code().equals("no-network-namespace"))
                        .findFirst()
                        .orElseThrow()
                        .position()
                        .line());
    }

    @Test
    void withItEverythingIsRead() {
        FakeHost host = new FakeHost();
        host.directory("/run/netns/blue", 0444, 0, 0);
        LoadResult result = ConfigLoader.loadText("test.conf", TEXT, LoadOptions.test(host));
        assertEquals(5, result.outcome().testExitCode());
        assertTrue(KeepalivedForm.text(result, false).contains("Unknown keyword 'bar'"));
    }

    @Test
    void theFirstNameCountsAndANameIsNoPath() {
        FakeHost host = new FakeHost();
        host.directory("/run/netns/blue", 0444, 0, 0).directory("/etc", 0755, 0, 0);
        assertEquals(5,
                ConfigLoader
                        .loadText("test.conf", "net_namespace blue\nnet_namespace red\nfoo\n", LoadOptions.test(host))
                        .outcome()
                        .testExitCode());
        assertEquals(0,
                ConfigLoader.loadText("test.conf", "net_namespace ../../etc\nfoo\n", LoadOptions.test(host))
                        .outcome()
                        .testExitCode());
    }

    @Test
    void anAbortOfTheParentComesBefore() {
        assertEquals(2, Loads.test("net_namespace blue\nglobal_defs {\n vrrp_version\n}\n").outcome().testExitCode());
    }
}
