package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.host.UserIds;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every diagnostic code has a page, docs/rules/CODE.md, and its examples are the test: the one under "Wrong" gives the code, the one under "Right" does
 * not. A word behind {@code conf} names the block in which the lines stand; {@code run} has them read as a daemon does.
 */
class RulePagesTest {
    private static final Path PAGES = Path.of("../docs/rules");
    private static final Pattern EXAMPLE = Pattern.compile("## (Wrong|Right)\n.*?```conf([^\n]*)\n(.*?)```",
            Pattern.DOTALL);
    /** What no text of a file shows: the file itself or the machine is to blame, or there would have to be thousands of lines. */
    private static final Set<String> ABOUT_FILES = Set.of("no-configuration", "several-configurations",
            "unreadable-configuration", "limit", "too-many", "no-iptables");

    @TempDir
    Path directory;

    @Test
    void everyCodeHasAPageAndEveryPageACode() throws IOException {
        assertEquals(String.join("\n", DiagnosticCodes.all()), String.join("\n", new TreeSet<>(pages())));
    }

    @TestFactory
    Stream<DynamicTest> theExamplesOfEveryPage() throws IOException {
        return pages().stream().sorted().map(code -> DynamicTest.dynamicTest(code, () -> check(code)));
    }

    private static Set<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .map(name -> name.substring(0, name.length() - ".md".length()))
                    .filter(name -> !name.equals("README"))
                    .collect(Collectors.toSet());
        }
    }

    private void check(String code) throws IOException {
        String page = Files.readString(PAGES.resolve(code + ".md"));
        assertTrue(page.startsWith("# " + code + "\n\n"), "the title is the code");
        assertTrue(page.contains("\n## keepalived\n\n"), "the page says what keepalived does");
        if (ABOUT_FILES.contains(code)) {
            return;
        }
        Matcher example = EXAMPLE.matcher(page);
        assertTrue(example.find() && example.group(1).equals("Wrong"), "there is a wrong example");
        Set<String> wrong = codes(example);
        assertTrue(wrong.contains(code), "the wrong example gives " + wrong);
        assertTrue(example.find() && example.group(1).equals("Right"), "there is a right example");
        Set<String> right = codes(example);
        assertFalse(right.contains(code), "the right example gives " + right);
    }

    private Set<String> codes(Matcher example) throws IOException {
        List<String> words = List.of(example.group(2).strip().split(" +"));
        String text = placed(words.getFirst(), example.group(3));
        Files.createDirectories(directory.resolve("conf.d"));
        LoadOptions options = words.contains("run") ? LoadOptions.run(host()) : LoadOptions.test(host());
        return ConfigLoader.loadText(directory.resolve("keepalived.conf").toString(), text, options)
                .diagnostics()
                .stream()
                .map(Diagnostic::code)
                .collect(Collectors.toSet());
    }

    private static String placed(String block, String lines) {
        String instance = "vrrp_instance VI_1 {\n interface eth0\n virtual_router_id 51\n";
        String addresses = " virtual_ipaddress {\n  192.0.2.100\n }\n";
        return switch (block) {
            case "", "run" -> lines;
            case "global_defs" -> "global_defs {\n" + lines + "}\n" + instance + addresses + "}\n";
            case "vrrp_instance" -> instance + addresses + lines + "}\n";
            case "virtual_ipaddress" -> instance + " virtual_ipaddress {\n" + lines + " }\n}\n";
            case "vrrp_script" -> "global_defs {\n script_user nobody\n}\nvrrp_script chk {\n" + lines + "}\n"
                    + instance + addresses + " track_script {\n  chk\n }\n}\n";
            case "bfd_instance", "vrrp_track_process", "vrrp_track_file", "track_file" ->
                    block + " NAME {\n" + lines + "}\n" + instance + addresses + "}\n";
            case "virtual_server" -> "virtual_server 192.0.2.100 80 {\n" + lines + "}\n";
            case "real_server" ->
                    "virtual_server 192.0.2.100 80 {\n real_server 198.51.100.10 80 {\n" + lines + " }\n}\n";
            default -> throw new IllegalArgumentException("no block " + block);
        };
    }

    /** eth0 has 192.0.2.1/24, eth1 198.51.100.1/24; files of /etc/keepalived are as their names say. */
    static FakeHost host() {
        FakeHost host = new FakeHost();
        host.files.remove("/usr/sbin/iptables");
        host.address("eth0", "192.0.2.1", 24).address("eth1", "198.51.100.1", 24);
        host.users.put("haproxy", new UserIds("haproxy", 110, 110));
        host.program("/usr/bin/curl", 0755, 0)
                .program("/usr/bin/killall", 0755, 0)
                .program("/usr/bin/pgrep", 0755, 0)
                .program("/usr/bin/systemctl", 0755, 0);
        host.program("/etc/keepalived/check.sh", 0755, 0)
                .program("/etc/keepalived/writable.sh", 0777, 0)
                .program("/etc/keepalived/not-executable.sh", 0644, 0)
                .program("/etc/keepalived/open.key", 0644, 0)
                .program("/etc/keepalived/private.key", 0600, 0);
        return host;
    }
}
