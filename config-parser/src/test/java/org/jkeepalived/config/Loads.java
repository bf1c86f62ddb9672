package org.jkeepalived.config;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.Severity;
import org.jkeepalived.config.settings.InstanceSettings;

/** Short ways to load a text on a made-up machine. */
final class Loads {
    /** Makes any configuration an instance that runs. */
    static final String INSTANCE = "  virtual_router_id 51\n  interface eth0\n  virtual_ipaddress {\n    10.99.0.100\n  }\n";

    private Loads() {}

    static LoadResult test(String text) {
        return ConfigLoader.loadText("test.conf", text, LoadOptions.test(new FakeHost()));
    }

    static LoadResult test(String text, FakeHost host) {
        return ConfigLoader.loadText("test.conf", text, LoadOptions.test(host));
    }

    static LoadResult run(String text) {
        return ConfigLoader.loadText("test.conf", text, LoadOptions.run(new FakeHost()));
    }

    static LoadResult test(String text, String configId) {
        LoadOptions plain = LoadOptions.test(new FakeHost());
        return ConfigLoader.loadText("test.conf", text,
                new LoadOptions(plain.mode(), configId, plain.includeCheck(), plain.facts()));
    }

    /** A file with one instance VI, which runs, plus these lines. */
    static LoadResult instance(String... lines) {
        return test("vrrp_instance VI {\n" + INSTANCE + String.join("\n", lines) + "\n}\n");
    }

    static InstanceSettings only(LoadResult result) {
        return result.configuration().instances().getFirst();
    }

    /** What keepalived says, and what this version says about keywords; not what it advises. */
    static Stream<Diagnostic> findings(LoadResult result) {
        return result.diagnostics().stream().filter(finding -> !DiagnosticCodes.ADVICE.contains(finding.code()));
    }

    static List<String> messages(LoadResult result) {
        return findings(result).map(Diagnostic::message).toList();
    }

    /** The messages, each followed by its explanation where it has one. */
    static List<String> explained(LoadResult result) {
        return findings(result).flatMap(finding -> Stream.of(finding.message(), finding.explanation()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** As a daemon logs them. */
    static List<String> lines(LoadResult result) {
        return findings(result).map(Diagnostic::logLine).toList();
    }

    static List<String> codes(LoadResult result) {
        return findings(result).map(Diagnostic::code).toList();
    }

    static String routerId(LoadResult result) {
        return result.configuration().global().routerId();
    }

    /** The messages without this version's own advice. */
    static List<String> complaints(LoadResult result) {
        return result.diagnostics()
                .stream()
                .filter(d -> d.severity() != Severity.ADVICE)
                .map(Diagnostic::message)
                .toList();
    }
}
