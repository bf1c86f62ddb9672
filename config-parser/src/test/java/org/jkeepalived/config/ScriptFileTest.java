package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jkeepalived.config.host.FileFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of scripts: keepalived.conf(5), enable_script_security; the words and exit codes as keepalived 2.2.7 gives them. */
class ScriptFileTest {
    private static final String SECURE = "script_user root\nenable_script_security";
    private static final String VIOLATION = "SECURITY VIOLATION - scripts are being executed but script_security not enabled.";
    private static final String INSECURE = "Disabling track script S due to insecure";
    private static final String NOT_FOUND = "Disabling track script S since not found/accessible";
    private static final int NOBODY = 65534;
    private static final int CONFIG = 5;
    private static final int SECURITY = 6;
    private final FakeHost host = new FakeHost();

    @BeforeEach
    void programs() {
        host.program("/etc/ok.sh", 0755, 0);
    }

    private LoadResult tracked(String global, String... script) {
        return load("global_defs {\n" + global + "\n}\nvrrp_script S {\n" + String.join("\n", script)
                + "\n}\nvrrp_instance VI {\n" + Loads.INSTANCE + "track_script {\nS\n}\n}\n");
    }

    private LoadResult notified(String global, String line) {
        return load("global_defs {\n" + global + "\n}\nvrrp_instance VI {\n" + Loads.INSTANCE + line + "\n}\n");
    }

    private LoadResult load(String text) {
        return ConfigLoader.loadText("test.conf", text, LoadOptions.test(host));
    }

    private static void assertDropped(int exitCode, LoadResult result, String... messages) {
        assertEquals(List.of(messages), Loads.explained(result));
        assertEquals(exitCode, result.outcome().testExitCode());
        assertEquals(List.of(), result.configuration().scripts());
        assertEquals(List.of(), Loads.only(result).trackScripts());
        assertTrue(result.outcome().starts());
    }

    private static void assertRuns(LoadResult result, String... messages) {
        assertEquals(List.of(messages), Loads.explained(result));
        assertEquals(1, result.configuration().scripts().size());
    }

    @Test
    void aScriptThatOnlyRootCanChangeIsFine() {
        assertRuns(tracked(SECURE, "script /etc/ok.sh"));
        host.program("/etc/rootsgroup.sh", 0775, 0);
        assertRuns(tracked(SECURE, "script /etc/rootsgroup.sh"));
    }

    @Test
    void aGroupWritableDirectoryIsNamedWithModeOwnerAndFix() {
        host.directory("/etc/gw", 0775, 0, 60).program("/etc/gw/s.sh", 0755, 0);
        assertDropped(CONFIG, tracked(SECURE, "script /etc/gw/s.sh"),
                "Unsafe permissions found for script '/etc/gw/s.sh' - disabling.",
                "/etc/gw (mode 0775, owner 0:60): group 60 may write it: chmod g-w /etc/gw", INSECURE);
    }

    @Test
    void aScriptOrDirectoryThatRootDoesNotOwnIsUnsafe() {
        host.directory("/etc/dnb", 0755, NOBODY, 0)
                .program("/etc/dnb/s.sh", 0755, 0)
                .program("/etc/nobodys.sh", 0755, NOBODY);
        assertDropped(CONFIG, tracked(SECURE, "script /etc/dnb/s.sh"),
                "Unsafe permissions found for script '/etc/dnb/s.sh' - disabling.",
                "/etc/dnb (mode 0755, owner 65534:0): root runs the script, so root must own it: chown root /etc/dnb",
                INSECURE);
        assertEquals(INSECURE, Loads.explained(tracked(SECURE, "script /etc/nobodys.sh")).getLast());
    }

    @Test
    void aWorldWritableScriptIsUnsafe() {
        host.program("/etc/all.sh", 0757, 0);
        assertDropped(CONFIG, tracked(SECURE, "script /etc/all.sh"),
                "Unsafe permissions found for script '/etc/all.sh' - disabling.",
                "/etc/all.sh (mode 0757, owner 0:0): everybody may write it: chmod o-w /etc/all.sh", INSECURE);
    }

    @Test
    void aStickyDirectoryIsSafe() {
        host.directory("/tmp", 01777, 0, 0).program("/tmp/s.sh", 0755, 0);
        assertRuns(tracked(SECURE, "script /tmp/s.sh"));
    }

    @Test
    void aScriptThatRunsAsAnotherUserMayBelongToAnybody() {
        host.program("/etc/s.sh", 0777, NOBODY);
        assertRuns(tracked(SECURE, "script /etc/s.sh", "user nobody"));
    }

    @Test
    void theTargetOfALinkIsCheckedAndTheLinkKeepsItsName() {
        host.directory("/etc/dnb", 0755, NOBODY, 0)
                .program("/etc/dnb/s.sh", 0755, 0)
                .link("/etc/l.sh", "/etc/dnb/s.sh");
        assertEquals("Unsafe permissions found for script '/etc/dnb/s.sh' - disabling.",
                Loads.explained(tracked(SECURE, "script /etc/l.sh")).getFirst());
        host.link("/etc/fine.sh", "/etc/ok.sh");
        LoadResult fine = tracked(SECURE, "script /etc/fine.sh");
        assertEquals("/etc/fine.sh", fine.configuration().scripts().getFirst().command().program());
    }

    @Test
    void withoutEnableScriptSecurityAnInsecureScriptStillRuns() {
        host.program("/etc/all.sh", 0777, 0);
        LoadResult result = tracked("", "script /etc/all.sh");
        assertRuns(result, "Unsafe permissions found for script '/etc/all.sh'.",
                "/etc/all.sh (mode 0777, owner 0:0): everybody may write it: chmod o-w /etc/all.sh",
                VIOLATION + " There are insecure scripts.");
        assertEquals(SECURITY, result.outcome().testExitCode());
    }

    @Test
    void withoutEnableScriptSecurityEveryRootScriptThatIsThereIsAViolationEvenOneThatCannotRun() {
        host.program("/etc/plain.sh", 0644, 0);
        assertEquals(SECURITY, tracked("", "script /etc/plain.sh").outcome().testExitCode());
        assertEquals(SECURITY, tracked("", "script /usr/bin").outcome().testExitCode());
        assertEquals(CONFIG, tracked("", "script /etc/none.sh").outcome().testExitCode());
    }

    @Test
    void aScriptWithoutExecuteBitIsDroppedWithoutChangingTheExitCode() {
        host.program("/etc/plain.sh", 0666, 0);
        assertDropped(0, tracked(SECURE, "script /etc/plain.sh"),
                "WARNING - script '/etc/plain.sh' is not executable for uid:gid 0:0 - disabling.",
                "/etc/plain.sh (mode 0666, owner 0:0): chmod 755 /etc/plain.sh lets user root run it");
    }

    @Test
    void theMostSpecificClassOfPermissionsDecides() {
        host.program("/etc/s.sh", 0705, NOBODY).program("/etc/o.sh", 0754, 0).program("/etc/g.sh", 0701, 0);
        assertRuns(tracked(SECURE, "script /etc/s.sh", "user nobody"));
        assertRuns(tracked(SECURE, "script /etc/g.sh", "user nobody"));
        assertEquals("WARNING - script '/etc/o.sh' is not executable for uid:gid 65534:65534 - disabling.",
                Loads.explained(tracked(SECURE, "script /etc/o.sh", "user nobody")).getFirst());
        assertEquals("WARNING - script '/etc/g.sh' is not executable for uid:gid 65534:0 - disabling.",
                Loads.explained(tracked(SECURE, "script /etc/g.sh", "user nobody root")).getFirst());
    }

    @Test
    void aDirectoryIsAWrongFileType() {
        assertDropped(CONFIG, tracked(SECURE, "script /usr/bin"), "Wrong file type found in script path '/usr/bin'.",
                "/usr/bin is a directory", INSECURE);
        assertEquals("Wrong file type found in script path '/'.",
                Loads.explained(tracked(SECURE, "script /")).getFirst());
    }

    @Test
    void aPipeIsAWrongFileType() {
        host.files.put("/etc/fifo", new FileFacts(null, false, false, 0755, 0, 0, "/etc/fifo"));
        assertDropped(CONFIG, tracked(SECURE, "script /etc/fifo"), "Wrong file type found in script path '/etc/fifo'.",
                "/etc/fifo is not a regular file", INSECURE);
    }

    @Test
    void aMissingFileIsNotAccessibleAndTheMissingDirectoryIsNamed() {
        assertDropped(CONFIG, tracked(SECURE, "script /etc/none.sh"),
                "Script /etc/none.sh cannot be accessed - No such file or directory", NOT_FOUND);
        assertDropped(CONFIG, tracked(SECURE, "script /etc/nope/s.sh"),
                "Script /etc/nope/s.sh cannot be accessed - No such file or directory", "/etc/nope does not exist",
                NOT_FOUND);
    }

    @Test
    void aDirectoryThatTheUserMayNotEnterIsNamed() {
        host.directory("/etc/d700", 0700, 0, 0).program("/etc/d700/s.sh", 0755, 0);
        assertRuns(tracked(SECURE, "script /etc/d700/s.sh"));
        assertDropped(CONFIG, tracked(SECURE, "script /etc/d700/s.sh", "user nobody"),
                "Script /etc/d700/s.sh cannot be accessed - Permission denied",
                "/etc/d700 (mode 0700, owner 0:0): user nobody may not enter it: chmod o+x /etc/d700", NOT_FOUND);
    }

    @Test
    void aNameWithoutASlashIsSearchedInPathWithAWarning() {
        LoadResult result = tracked(SECURE, "script true");
        assertRuns(result,
                "WARNING - script `true` resolved by path search to `/usr/bin/true`. Please specify full path.");
        assertEquals("/usr/bin/true", result.configuration().scripts().getFirst().command().program());
    }

    /** keepalived 2.2.7 finds it with each of these, as execvp(3) does. */
    @ParameterizedTest
    @ValueSource(strings = {"", ":/usr/bin", "/usr/bin::/bin", "/usr/bin:"})
    void anEmptyDirectoryInPathIsTheWorkingDirectory(String path) {
        host.environment.put("PATH", path);
        host.files.put("./here", host.files.get("/etc/ok.sh"));
        assertRuns(tracked(SECURE, "script here"),
                "WARNING - script `here` resolved by path search to `./here`. Please specify full path.");
    }

    @Test
    void aNameThatPathDoesNotHaveIsDropped() {
        assertDropped(CONFIG, tracked(SECURE, "script nosuch"), "Cannot find script nosuch in path - disabling",
                "PATH is /usr/bin:/bin: write the full path of nosuch", NOT_FOUND);
    }

    @Test
    void aNameThatTheUserMayNotExecuteInPathIsAPermissionsFailure() {
        host.program("/usr/bin/private", 0700, 0);
        assertRuns(tracked(SECURE, "script private"),
                "WARNING - script `private` resolved by path search to `/usr/bin/private`. Please specify full path.");
        assertEquals("Permissions failure for script private in path - disabling",
                Loads.explained(tracked(SECURE, "script private", "user nobody")).getFirst());
    }

    @Test
    void aNotifyScriptThatMayNotRunIsDroppedWithoutChangingTheExitCode() {
        host.program("/etc/all.sh", 0777, 0);
        LoadResult result = notified(SECURE, "notify /etc/all.sh");
        assertEquals("Unsafe permissions found for script '/etc/all.sh' - disabling.",
                Loads.explained(result).getFirst());
        assertEquals(2, Loads.explained(result).size());
        assertEquals(0, result.outcome().testExitCode());
        assertNull(Loads.only(result).notifyScripts().any());
        assertEquals(0, notified(SECURE, "notify /etc/none.sh").outcome().testExitCode());
        assertEquals(SECURITY, notified("script_user root", "notify /etc/all.sh").outcome().testExitCode());
    }
}
