package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.Severity;
import org.jkeepalived.config.host.Iproute2Table;
import org.jkeepalived.config.settings.StaticAddress;
import org.jkeepalived.config.settings.StaticSettings;
import org.jkeepalived.config.settings.VirtualRoute;
import org.jkeepalived.config.settings.VirtualRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every option of the lines of static_ipaddress, static_routes and static_rules, good and bad, from tables: below a line, {@code >} what keepalived says
 * about it, {@code !} the exit code of a test where it is not the usual one (0 without a message, else 5), {@code =} what is kept, as it would be
 * written. The system property {@code jkeepalived.tables} names the folder of the tables in the source tree and rewrites them.
 */
class IprouteLineTest {
    private static final String AROUND = "track_group TG {\n group {\n  VI\n }\n}\n%s {\n%s\n}\nvrrp_instance VI {\n"
            + Loads.INSTANCE + "}\n";

    private static FakeHost host() {
        FakeHost host = new FakeHost();
        host.interfaces.add("red");
        host.vrfs.add("red");
        host.iproute2.put(Iproute2Table.TABLES, Map.of("unspec", 0L));
        host.iproute2.put(Iproute2Table.PROTOCOLS, Map.of("keepalived", 18L, "bgp", 186L));
        host.iproute2.put(Iproute2Table.REALMS, Map.of("cosmos", 0L));
        host.iproute2.put(Iproute2Table.DSFIELDS, Map.of("default", 0L, "AF11", 0x28L));
        host.iproute2.put(Iproute2Table.GROUPS, Map.of("default", 0L));
        return host;
    }

    private static LoadResult load(String block, String line) {
        return ConfigLoader.loadText("test.conf", AROUND.formatted(block, line), LoadOptions.test(host()));
    }

    @ParameterizedTest
    @CsvSource({"static_ipaddress, addresses", "static_routes, routes", "static_rules, rules"})
    void everyOptionIsReadAndEveryMistakeIsNamedAsKeepalivedNamesIt(String block, String table) throws IOException {
        String golden = text(table);
        StringBuilder actual = new StringBuilder();
        for (String line : golden.lines().toList()) {
            if (line.startsWith("#")) {
                actual.append(line).append('\n');
            } else if (!line.startsWith("> ") && !line.startsWith("! ") && !line.startsWith("= ")) {
                annotate(actual, block, line);
            }
        }
        String target = System.getProperty("jkeepalived.tables");
        if (target != null) {
            Files.writeString(Path.of(target, table + ".txt"), actual);
        } else {
            assertEquals(golden, actual.toString());
        }
    }

    private static void annotate(StringBuilder out, String block, String line) {
        LoadResult result = load(block, line);
        List<String> messages = result.diagnostics()
                .stream()
                .filter(d -> d.severity() != Severity.ADVICE)
                .map(Diagnostic::message)
                .toList();
        out.append(line).append('\n');
        messages.forEach(message -> out.append("> ").append(message).append('\n'));
        int exit = result.outcome().testExitCode();
        if (exit != (messages.isEmpty() ? 0 : 5)) {
            out.append("! ").append(exit).append('\n');
        }
        written(result.configuration().statics()).forEach(kept -> out.append("= ").append(kept).append('\n'));
    }

    private static Stream<String> written(StaticSettings statics) {
        return Stream
                .of(statics.addresses().stream().map(StaticAddress::asWritten),
                        statics.routes().stream().map(VirtualRoute::asWritten),
                        statics.rules().stream().map(VirtualRule::asWritten))
                .flatMap(Function.identity());
    }

    @ParameterizedTest
    @CsvSource({"static_ipaddress, addresses", "static_routes, routes", "static_rules, rules"})
    void whatIsKeptReadsBackAsItIsWritten(String block, String table) throws IOException {
        List<String> differing = new ArrayList<>();
        for (String line : text(table).lines().filter(l -> l.startsWith("= ")).map(l -> l.substring(2)).toList()) {
            LoadResult first = load(block, line);
            boolean absentInterface = first.outcome().startExitCode() != 0;
            List<String> again = written(first.configuration().statics()).toList();
            boolean clean = absentInterface || first.outcome().testExitCode() == 0;
            boolean same = again.equals(List.of(line))
                    && load(block, again.getFirst()).configuration().statics().equals(first.configuration().statics());
            if (!clean || !same) {
                differing.add(line + " -> " + again + " " + Loads.messages(first));
            }
        }
        assertEquals(List.of(), differing);
    }

    private static String text(String table) throws IOException {
        try (InputStream in = IprouteLineTest.class.getResourceAsStream("iproute/" + table + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
