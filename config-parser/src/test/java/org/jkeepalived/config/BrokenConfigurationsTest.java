package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jkeepalived.config.render.TextForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Configurations as a new user breaks them, and the first screen of what is said about each: 25 lines of 100 columns that name the place and the fix.
 * The system property {@code jkeepalived.golden.broken} names the folder of the screens in the source tree and rewrites them.
 */
class BrokenConfigurationsTest {
    private static final int SCREEN_LINES = 25;
    private static final int SCREEN_COLUMNS = 100;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            misspelt-block              | :13:1: error    | did you mean 'vrrp_instance'?
            misspelt-list               | :23:5: error    | did you mean 'virtual_ipaddress'?
            script-not-closed           | :7:1: error     | 'vrrp_script chk_nginx {' opened at line 7 is never closed; it should close before line 12
            list-not-closed             | :23:5: error    | 'virtual_ipaddress {' opened at line 23 is never closed; it should close before line 25
            block-without-brace         | :14:5: error    | 'vrrp_instance VI_1' of line 13 is not followed by its '{'
            closed-too-early            | :30:1: error    | 'vrrp_instance VI_1 {' of line 13 was closed by the '}' of line 23 already
            priority-too-high           | :17:14: error   | expected a whole number 1..255
            interface-of-the-other-node | :15:15: error   | did you mean 'eth0'?
            no-router-id                | :13:1: error    | expected virtual_router_id 1..255
            copied-instance             | :34:5: error    | expected a virtual_router_id of its own
            full-width-brace            | :13:             | { where the fullwidth left curly bracket U+FF5B stands
            typographic-quotes          | :8:             | " where the left double quotation mark U+201C stands
            equals-signs                | :17:5: error    | did you mean 'priority 150'?
            addresses-on-one-line       | :23:37: error   | expected one address per line
            missing-value               | :16:5: error    | expected a value after virtual_router_id
            open-quote                  | :8:12: error    | expected a closing " on the same line
            check-not-found             | :8:             | /etc/keepalived/chek.sh cannot be accessed - No such file or directory
            notify-arguments            | :19:19: advice  | expected the command with its arguments in one pair of quotes
            weight-too-small            | :27:9: advice   | expected a weight of -51 or more if the other node has priority 100
            nopreempt-as-master         | :19:5: warning  | expected state BACKUP on both nodes
            strict-from-the-sample      | :3:5: advice    | expected no vrrp_strict
            mixed-families              | :25:9: error    | expected IPv4, or virtual_ipaddress_excluded
            slashes-before-comment      | :19:5: error    | expected # or ! before a comment
            file-of-the-other-node      | :19:5: advice   | expected 192.0.2.1, or another address of this host
            """)
    void theFirstScreenNamesThePlaceAndTheFix(String name, String place, String fix) throws IOException {
        LoadResult result = ConfigLoader.loadText("keepalived.conf", resource(name + ".conf"),
                LoadOptions.test(RulePagesTest.host()));
        String screen = TextForm.text(result, false, code -> "docs/rules/" + code + ".md")
                .lines()
                .limit(SCREEN_LINES)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        String target = System.getProperty("jkeepalived.golden.broken");
        if (target != null) {
            Files.writeString(Path.of(target, name + ".txt"), screen);
        }
        screen.lines().forEach(line -> assertTrue(line.length() <= SCREEN_COLUMNS, line));
        assertTrue(screen.contains("keepalived.conf" + place), screen);
        assertTrue(screen.replaceAll("\\s+", " ").contains(fix), screen);
        if (target == null) {
            assertEquals(resource(name + ".txt"), screen);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = BrokenConfigurationsTest.class.getResourceAsStream("broken/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
