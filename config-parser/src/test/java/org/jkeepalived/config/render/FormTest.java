package org.jkeepalived.config.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.LoadOptions;
import org.jkeepalived.config.LoadResult;
import org.jkeepalived.config.host.FileFacts;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.host.UserIds;
import org.jkeepalived.net.IpAddress;
import org.junit.jupiter.api.Test;

/** The three forms of what a test finds. */
class FormTest {
    private static final String BROKEN = "global_defs {\n router_idd x\n}\nvrrp_instance VI {\n interface eth0\n"
            + " virtual_router_id 51\n priorty 3\n state MASTER\n virtual_ipaddress {\n  10.0.0.1\n }\n}\n";

    /** A machine with eth0 and nothing else. */
    private static final class Machine implements HostFacts {
        @Override
        public boolean interfaceExists(String name) {
            return name.equals("eth0");
        }

        @Override
        public boolean isLoopback(String name) {
            return false;
        }

        @Override
        public Optional<String> interfaceHolding(IpAddress address) {
            return Optional.empty();
        }

        @Override
        public Optional<UserIds> user(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Integer> group(String name) {
            return Optional.empty();
        }

        @Override
        public FileFacts file(String path) {
            return FileFacts.failed("No such file or directory");
        }

        @Override
        public String hostName() {
            return "host";
        }

        @Override
        public String environment(String name) {
            return null;
        }

        @Override
        public double uptimeSeconds() {
            return 1;
        }
    }

    private static LoadResult load(String text) {
        return ConfigLoader.loadText("k.conf", text, LoadOptions.test(new Machine()));
    }

    private static String text(String configuration) {
        return TextForm.text(load(configuration), false, code -> code + ".md");
    }

    @Test
    void keepalivedsFormHasItsWordsAloneAndLintAddsAdviceWithAPrefix() {
        LoadResult result = load(BROKEN);
        String own = "(Line 2) Unknown keyword 'router_idd'\n(k.conf: Line 7) Unknown keyword 'priorty'\n";
        assertEquals(own, KeepalivedForm.text(result, false));
        String lint = KeepalivedForm.text(result, true);
        assertTrue(lint.startsWith(own), lint);
        assertTrue(lint.contains("(k.conf: Line 8) advice[implied-owner]: (VI) state MASTER without a priority"), lint);
    }

    @Test
    void theFormDoesNotChangeTheExitCodeAndAdviceDoesNotEither() {
        assertEquals(5, load(BROKEN).outcome().testExitCode());
        assertEquals(0,
                load(BROKEN.replace("priorty 3", "").replace("router_idd", "router_id")).outcome().testExitCode());
    }

    @Test
    void bytesThatAreNoUtf8LeaveKeepalivedsFormAsTheyCame() {
        byte[] bytes = KeepalivedForm.bytes(load("\udcb1x\n"), false);
        assertEquals((byte) 0xb1, bytes["(Line 1) Unknown keyword '".length()]);
        assertTrue(text("\udcb1x\n").contains("Unknown keyword '?x'"));
    }

    @Test
    void thePlaceTheLineTheCaretTheFixThePageAndTheVerdictAreInTheText() {
        assertEquals("""
                k.conf:2:2: error[unknown-keyword]: Unknown keyword 'router_idd'
                    2 |  router_idd x
                      |  ^^^^^^^^^^
                      = did you mean 'router_id'?
                      = see unknown-keyword.md

                k.conf:7:2: error[unknown-keyword]: Unknown keyword 'priorty'
                    7 |  priorty 3
                      |  ^^^^^^^
                      = did you mean 'priority'?
                      = see unknown-keyword.md
                """, text(BROKEN.replace(" state MASTER\n", "")).substring(0, text(BROKEN).indexOf("k.conf:8:2") - 1));
    }

    @Test
    void noLineIsWiderThanAHundredColumnsAndNoneHasAControlCharacter() {
        String text = text(BROKEN.replace("x\n", "\u001b[2J" + " long words".repeat(90) + "\n")
                .replace("10.0.0.1", "10.0.0.1 lable x"));
        text.lines().forEach(line -> assertTrue(line.length() <= 100, line));
        assertFalse(text.contains("\u001b"), text);
    }

    @Test
    void colourIsInTheTextOnlyWhenItIsWanted() {
        assertTrue(TextForm.text(load(BROKEN), true, code -> code).contains("\u001b[1;31merror[unknown-keyword]"));
        assertFalse(text(BROKEN).contains("\u001b"));
    }

    @Test
    void aConfigurationWithoutFindingsIsOneLine() {
        assertEquals("k.conf: no problems; the configuration would run\n",
                text("vrrp_instance VI {\n interface eth0\n virtual_router_id 51\n virtual_ipaddress {\n"
                        + "  10.0.0.1\n }\n}\n"));
    }

    @Test
    void theVerdictSaysWhyADaemonWouldNotStart() {
        String text = text(BROKEN.replace("eth0", "eth9"));
        assertTrue(text.replace('\n', ' ').contains("would not start because of no-such-interface (line 5)"), text);
    }

    @Test
    void whatFollowsFromAMisspeltBlockIsCountedThere() {
        String text = text("vrrp_instanc VI {\n interface eth0\n authentication {\n  auth_type PASS\n }\n}\n");
        assertEquals(1, text.split("error\\[", -1).length - 1);
        assertTrue(text.contains("did you mean 'vrrp_instance'?"), text);
        assertTrue(text.contains("more findings follow from this (lines 1 to 6)"), text);
    }

    @Test
    void aBlockThatIsNotClosedIsNamedWithTheLineBeforeWhichItShouldClose() {
        String text = text("vrrp_script chk {\n  interval 2\n\n" + BROKEN);
        assertTrue(text.startsWith("k.conf:1:1: error[unbalanced-braces]"), text);
        assertTrue(text.contains("'vrrp_script chk {' opened at line 1 is never closed; it should close before line 4"),
                text);
    }

    @Test
    void aBlockInsideAnotherIsJudgedByItsIndentation() {
        String text = text(BROKEN.replace("  10.0.0.1\n }", "  10.0.0.1\n nopreempt"));
        assertTrue(
                text.contains("'virtual_ipaddress {' opened at line 9 is never closed; it should close before line 11"),
                text);
    }

    @Test
    void aBraceTooManyNamesWhatClosedTheBlockBefore() {
        String text = text(BROKEN.replace(" priorty 3\n", " }\n"));
        assertTrue(text.contains("'vrrp_instance VI {' of line 4 was closed by the '}' of line 7 already"), text);
    }

    @Test
    void jsonHoldsEveryFindingOrderedByPlace() {
        String json = JsonForm.text(load(BROKEN), code -> "p/" + code);
        assertTrue(
                json.startsWith(
                        "{\n\"exitCode\": 5,\n\"wouldStart\": true,\n\"files\": [\"k.conf\"],\n\"findings\": [\n{"),
                json);
        assertTrue(json.contains("{\"severity\": \"error\", \"code\": \"unknown-keyword\", \"exitClass\": \"config\", "
                + "\"advice\": false, \"endsStart\": false, \"file\": \"k.conf\", \"line\": 2, \"column\": 2, \"length\": 10, "
                + "\"message\": \"Unknown keyword 'router_idd'\", \"sourceLine\": \" router_idd x\", \"expected\": null, "
                + "\"suggestion\": \"router_id\", \"explanation\": null, \"keepalived\": \"(Line 2) Unknown keyword 'router_idd'\", "
                + "\"page\": \"p/unknown-keyword\", \"followsFromLine\": null}"), json);
        assertTrue(json.contains("\"code\": \"implied-owner\", \"exitClass\": \"notice\", \"advice\": true"), json);
        assertTrue(JsonForm.text(load("a\t\"b\\\n"), code -> code).contains("a\\u0009\\\"b\\\\"));
    }

    @Test
    void keepalivedsBytesOfNothingAreNone() {
        assertArrayEquals(new byte[0], KeepalivedForm.bytes(load(""), true));
    }
}
