package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jkeepalived.config.host.UserIds;
import org.jkeepalived.config.settings.ScriptCommand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Script commands and their accounts. */
class ScriptRulesTest {
    private static final String SECURE = "script_user root\nenable_script_security";
    private static final String VIOLATION = "SECURITY VIOLATION - scripts are being executed but script_security not enabled.";
    private final FakeHost host = new FakeHost();

    @BeforeEach
    void programs() {
        host.program("/etc/keepalived/ok.sh", 0755, 0).program("/etc/keepalived/plain.sh", 0644, 0);
    }

    private LoadResult tracked(String global, String... script) {
        return load(LoadOptions.Mode.TEST,
                "global_defs {\n" + global + "\n}\nvrrp_script S {\n" + String.join("\n", script)
                        + "\n}\nvrrp_instance VI {\n" + Loads.INSTANCE + "track_script {\nS\n}\n}\n");
    }

    private LoadResult notified(String global, String... lines) {
        return load(LoadOptions.Mode.TEST, "global_defs {\n" + global + "\n}\nvrrp_instance VI {\n" + Loads.INSTANCE
                + String.join("\n", lines) + "\n}\n");
    }

    private LoadResult load(LoadOptions.Mode mode, String text) {
        LoadOptions plain = LoadOptions.test(host);
        return ConfigLoader.loadText("test.conf", text, new LoadOptions(mode, null, plain.includeCheck(), host));
    }

    private List<String> arguments(String command) {
        LoadResult result = notified(SECURE, "notify " + command);
        ScriptCommand found = Loads.only(result).notifyScripts().any();
        return found == null ? null : found.arguments();
    }

    @Test
    void aCommandsQuotesGroupAndItsEscapesAreWorkedOff() {
        assertEquals(List.of("/usr/bin/true", "x y", "z"), arguments("\"/usr/bin/true \\\"x y\\\" z\""));
        assertEquals(List.of("/usr/bin/true", "a b", "c"), arguments("\"/usr/bin/true 'a b' c\" root root"));
        assertEquals(List.of("/usr/bin/true", "a", "bA"), arguments("\"/usr/bin/true a\\tb\\x41\""));
        assertEquals(List.of("/usr/bin/true", "#1"), arguments("\"/usr/bin/true #1\" # comment"));
        assertEquals(List.of("/usr/bin/true", "A\u0001"), arguments("\"/usr/bin/true \\101\\cA\""));
    }

    /** As the dump of keepalived 2.2.7 shows them. */
    @Test
    void singleQuotesMakeWordsOfTheLineToo() {
        assertEquals(List.of("/usr/bin/true", "-e", "/x"), arguments("'/usr/bin/true -e   /x'"));
        assertEquals(List.of("/usr/bin/true"), arguments("'/usr/bin/true' root"));
        assertEquals(List.of("/usr/bin/true", "-e"), arguments("'/usr/bin/true -e' root root"));
        assertEquals(List.of("/usr/bin/true", "-e", "xy"), arguments("/usr/bin/true' -e x'y root"));
        assertEquals(List.of("/usr/bin/true", "a b", "c"), arguments("'/usr/bin/true \"a b\" c'"));
        assertEquals(List.of("/usr/bin/true", "a", "bA", "q r"), arguments("'/usr/bin/true a\\tb\\x41 \"q r\"' root"));
        assertEquals(List.of("/usr/bin/true", "ab", "c"), arguments("\"/usr/bin/true a\"'b c' root"));
    }

    /** Whatever the shell makes of it decides what the instance does: no file is looked for. */
    @Test
    void aCheckThatOpensAFileIsForTheShell() {
        LoadResult result = tracked(SECURE, "script \"</no/such file 'a b' it\\\\'s\"");
        assertEquals(List.of(), Loads.messages(result));
        ScriptCommand command = result.configuration().scripts().getFirst().command();
        assertTrue(command.isForShell());
        assertEquals("</no/such 'file' 'a b' 'it'\\''s'", command.shellText());
        assertEquals("</no/such 'file' 'a b' 'it's'", command.quoted());
        LoadResult other = tracked(SECURE, "script \">/no/such\"");
        assertTrue(Loads.messages(other).contains("Disabling track script S since not found/accessible"));
    }

    @Test
    void aCommentMayStandInSingleQuotesOnly() {
        LoadResult result = notified(SECURE, "notify '/usr/bin/true # x'");
        assertEquals(List.of("String 'notify '/usr/bin/true': missing terminating '"), Loads.messages(result));
    }

    @Test
    void aCommandWithAnOpenQuoteIsDropped() {
        LoadResult result = notified(SECURE, "notify \"/usr/bin/true 'a\"");
        assertEquals(List.of("String '/usr/bin/true 'a': missing terminating '"), Loads.messages(result));
        assertNull(Loads.only(result).notifyScripts().any());
    }

    @Test
    void aSecondNotifyLineIsIgnored() {
        LoadResult result = notified(SECURE, "notify_master /etc/keepalived/ok.sh", "notify_master /usr/bin/true");
        assertEquals(List.of("(VI) notify_master script already specified - ignoring /usr/bin/true"),
                Loads.messages(result));
        assertEquals("/etc/keepalived/ok.sh", Loads.only(result).notifyScripts().master().program());
    }

    @Test
    void withoutScriptSecurityARootScriptIsASecurityFinding() {
        LoadResult result = tracked("", "script /etc/keepalived/ok.sh");
        assertEquals(List.of(VIOLATION), Loads.messages(result));
        assertEquals(6, result.outcome().testExitCode());
        assertEquals("root", result.configuration().scripts().getFirst().command().user());
        assertEquals(List.of(), Loads.messages(tracked("script_user nobody", "script /etc/keepalived/ok.sh")));
        assertEquals(List.of(VIOLATION), Loads.messages(notified("", "notify /usr/bin/true")));
    }

    @Test
    void theSecurityFindingIsNotReachedWhenAnInterfaceIsMissing() {
        LoadResult result = load(LoadOptions.Mode.TEST, "vrrp_script S {\nscript /usr/bin/true\n}\nvrrp_instance VI {\n"
                + Loads.INSTANCE + "interface zz9\ntrack_script {\nS\n}\n}\n");
        assertEquals(5, result.outcome().testExitCode());
    }

    @Test
    void theDefaultAccountIsKeepalivedScriptWhereItExists() {
        host.users.put("keepalived_script", new UserIds("keepalived_script", 990, 990));
        LoadResult result = tracked("enable_script_security", "script /usr/bin/true");
        assertEquals(List.of(), Loads.messages(result));
        assertEquals(990, result.configuration().scripts().getFirst().command().uid());
    }

    @Test
    void scriptSecurityWithoutAnAccountRemovesTheScript() {
        assertEquals(
                List.of("Unable to set default user keepalived_script for script",
                        "Unable to set default user for vrrp script S - removing",
                        "(VI) track script S not found, ignoring..."),
                Loads.messages(tracked("enable_script_security", "script /usr/bin/true")));
        assertEquals(List.of(), Loads.messages(tracked("enable_script_security", "script /usr/bin/true", "user root")));
    }

    @Test
    void anUnknownAccountRemovesTheScript() {
        for (String user : List.of("user nosuch", "user nobody nosuch")) {
            assertEquals(
                    List.of("Unable to set uid/gid for script '/usr/bin/true'",
                            "(VI) track script S not found, ignoring..."),
                    Loads.messages(tracked(SECURE, "script /usr/bin/true", user)));
        }
        assertEquals(List.of("Error setting global script uid/gid"), Loads
                .messages(tracked("enable_script_security\nscript_user nosuch", "script /usr/bin/true", "user root")));
    }

    @Test
    void aVrrpScriptWithoutAScriptIsRemoved() {
        assertEquals(
                List.of("No script set for vrrp_script S - removing", "(VI) track script S not found, ignoring..."),
                Loads.messages(tracked(SECURE, "interval 3")));
        assertEquals("No script set for vrrp_script S - removing",
                Loads.messages(tracked(SECURE, "script \"\"")).getFirst());
    }

    @Test
    void anUnusedScriptIsNamedAndRemoved() {
        LoadResult result = load(LoadOptions.Mode.RUN, "global_defs {\n" + SECURE
                + "\n}\nvrrp_script S {\nscript /usr/bin/true\n}\nvrrp_instance VI {\n" + Loads.INSTANCE + "}\n");
        assertEquals(List.of("Warning - script S is not used"), Loads.messages(result));
        assertEquals(List.of(), result.configuration().scripts());
    }

    @Test
    void withoutAnyInstanceScriptsAreDroppedInSilence() {
        LoadResult result = Loads.test("vrrp_script S {\nscript /nosuch\n}\n");
        assertEquals(List.of(), Loads.messages(result));
        assertEquals(List.of(), result.configuration().scripts());
    }

    @Test
    void aScriptWhoseWeightAnAddressOwnerIgnoresIsUnused() {
        LoadResult result = load(LoadOptions.Mode.RUN,
                "global_defs {\n" + SECURE + "\n}\nvrrp_script S {\nscript /usr/bin/true\nweight 3\n}\n"
                        + "vrrp_instance VI {\n" + Loads.INSTANCE + "priority 255\ntrack_script {\nS\n}\n}\n");
        assertEquals(List.of("(VI) ignoring tracked script S with weights due to address_owner",
                "Warning - script S is not used"), Loads.messages(result));
        assertEquals(List.of(), result.configuration().scripts());
    }

    @Test
    void aRunningDaemonNamesTheMissingDefaultAccountOnce() {
        LoadResult result = load(LoadOptions.Mode.RUN,
                "vrrp_instance VI {\n" + Loads.INSTANCE + "notify /usr/bin/true\nnotify_stop /usr/bin/true\n}\n");
        assertEquals(List.of("Script user 'keepalived_script' does not exist", VIOLATION), Loads.messages(result));
    }

    @Test
    void weightsAndOptionsOfAScript() {
        LoadResult result = tracked(SECURE, "script /usr/bin/true", "weight 300", "weight 3 foo", "rise 0", "fall x",
                "interval 0", "timeout 5000");
        assertEquals(List.of("number '300' outside range [-253, 253]",
                "vrrp_script S weight 300 must be in [-253, 253]", "vrrp_script S unknown weight option foo",
                "number '0' outside range [1, 2147483647]", "(S): vrrp script rise value '0' invalid, defaulting to 1",
                "invalid number 'x'", "(S): vrrp script fall value 'x' invalid, defaulting to 1",
                "(S): vrrp script interval must be greater than 0, setting to 1",
                "number '5000' outside range [0.000, 4294.000]", "(S): vrrp script timeout '5000' invalid - ignoring"),
                Loads.messages(result));
    }

    @Test
    void trackScriptOptionsAreChecked() {
        String file = "global_defs {\n" + SECURE
                + "\n}\nvrrp_script S {\nscript /usr/bin/true\nweight 2 reverse\n}\nvrrp_instance VI {\n"
                + Loads.INSTANCE + "track_script {\n%s\n}\n}\n";
        assertEquals("(VI) weight without value specified for track script S - ignoring",
                Loads.messages(load(LoadOptions.Mode.TEST, file.formatted("S weight"))).getFirst());
        assertEquals("(VI) unknown track script option foo - ignoring",
                Loads.messages(load(LoadOptions.Mode.TEST, file.formatted("S foo"))).getFirst());
        LoadResult bad = load(LoadOptions.Mode.TEST, file.formatted("S weight 300\nS"));
        assertEquals(List.of("number '300' outside range [-254, 254]",
                "(VI) track script S: weight must be between [-253..253] inclusive, ignoring...",
                "(VI) duplicate track_script S - ignoring"), Loads.messages(bad));
        assertEquals("[TrackedScript[name=S, weight=2, reverse=true]]", Loads.only(bad).trackScripts().toString());
        assertEquals("[TrackedScript[name=S, weight=3, reverse=false]]",
                Loads.only(load(LoadOptions.Mode.TEST, file.formatted("S weight 3 noreverse")))
                        .trackScripts()
                        .toString());
    }
}
