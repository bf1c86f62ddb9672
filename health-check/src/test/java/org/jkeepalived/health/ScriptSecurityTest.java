package org.jkeepalived.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.health.FileFacts.Fact;
import org.jkeepalived.health.FileFacts.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** keepalived.conf(5), enable_script_security; the words as keepalived 2.2.7 writes them. */
class ScriptSecurityTest {
    private static final int NOBODY = 65534;

    private final Map<String, Fact> tree = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();

    private final FileFacts files = new FileFacts() {
        @Override
        public Fact linkFact(Path path) throws IOException {
            var fact = tree.get(path.toString());
            if (fact == null) {
                throw new NoSuchFileException(path.toString());
            }
            return fact;
        }

        @Override
        public Path real(Path path) throws IOException {
            Path real = path.getRoot();
            for (Path name : path) {
                real = real.resolve(name);
                linkFact(real);
                if (links.containsKey(real.toString())) {
                    real = Path.of(links.get(real.toString()));
                }
            }
            return real;
        }
    };

    @BeforeEach
    void aPlainTree() {
        directory("/", 0, 0, 0755);
        directory("/etc", 0, 0, 0755);
        directory("/usr", 0, 0, 0755);
        directory("/usr/bin", 0, 0, 0755);
        file("/usr/bin/true", 0, 0, 0755);
        file("/etc/ok.sh", 0, 0, 0755);
    }

    private void directory(String path, int uid, int gid, int mode) {
        tree.put(path, new Fact(Kind.DIRECTORY, uid, gid, mode));
    }

    private void file(String path, int uid, int gid, int mode) {
        tree.put(path, new Fact(Kind.REGULAR, uid, gid, mode));
    }

    private void link(String path, String target) {
        tree.put(path, new Fact(Kind.LINK, 0, 0, 0777));
        links.put(path, target);
    }

    private ScriptVerdict check(boolean enforce, String path, int uid, int gid, Integer... groups) {
        var accounts = new AccountNames(Path.of("/no/such/passwd"), Path.of("/no/such/group"));
        var command = new ScriptCommand(List.of(path), uid, gid, List.of(groups), path);
        return new ScriptSecurity(enforce, "/usr/local/bin:/usr/bin", files, accounts).check(command);
    }

    private static void assertFinding(ScriptVerdict verdict, String line, String detail) {
        assertEquals(line, verdict.findings().getLast().logLine());
        assertTrue(verdict.findings().getLast().detail().startsWith(detail), verdict.findings().getLast().detail());
    }

    @Test
    void aScriptThatOnlyRootCanChangeIsFine() {
        var verdict = check(true, "/etc/ok.sh", 0, 0);
        assertTrue(verdict.usable());
        assertFalse(verdict.insecure());
        assertEquals(List.of(), verdict.findings());
    }

    @Test
    void aGroupWritableDirectoryIsNamedWithOwnerAndMode() {
        directory("/etc/gw", 0, 60, 0775);
        file("/etc/gw/s.sh", 0, 0, 0755);
        var verdict = check(true, "/etc/gw/s.sh", 0, 0);
        assertFalse(verdict.usable());
        assertFinding(verdict, "Unsafe permissions found for script '/etc/gw/s.sh' - disabling.",
                "/etc/gw (mode 0775, owner 0:60): group 60 may write it: chmod g-w /etc/gw");
        assertEquals("Disabling track script c due to insecure", verdict.disablingTrackScriptLine("c"));
    }

    @Test
    void withoutEnableScriptSecurityAnInsecureScriptStillRuns() {
        file("/etc/s.sh", NOBODY, 0, 0755);
        var verdict = check(false, "/etc/s.sh", 0, 0);
        assertTrue(verdict.usable());
        assertTrue(verdict.insecure());
        assertFinding(verdict, "Unsafe permissions found for script '/etc/s.sh'.",
                "/etc/s.sh (mode 0755, owner 65534:0): root runs");
        assertEquals("", verdict.disablingTrackScriptLine("c"));
    }

    @Test
    void aDirectoryThatRootDoesNotOwnIsUnsafe() {
        directory("/etc/dnb", NOBODY, 0, 0755);
        file("/etc/dnb/s.sh", 0, 0, 0755);
        assertTrue(check(true, "/etc/dnb/s.sh", 0, 0).insecure());
    }

    @Test
    void aWorldWritableScriptIsUnsafe() {
        file("/etc/s.sh", 0, 0, 0757);
        assertTrue(check(true, "/etc/s.sh", 0, 0).insecure());
    }

    @Test
    void whatRootsGroupMayWriteIsSafe() {
        file("/etc/s.sh", 0, 0, 0775);
        assertFalse(check(true, "/etc/s.sh", 0, 0).insecure());
    }

    @Test
    void aStickyDirectoryIsSafe() {
        directory("/tmp", 0, 0, 01777);
        file("/tmp/s.sh", 0, 0, 0755);
        assertFalse(check(true, "/tmp/s.sh", 0, 0).insecure());
    }

    @Test
    void aScriptThatRunsAsAnotherUserMayBelongToAnybody() {
        file("/etc/s.sh", 1000, 1, 0775);
        var verdict = check(true, "/etc/s.sh", NOBODY, NOBODY);
        assertTrue(verdict.usable());
        assertFalse(verdict.insecure());
    }

    @Test
    void theTargetOfALinkIsCheckedAndTheLinkKeepsItsName() {
        directory("/etc/dnb", NOBODY, 0, 0755);
        file("/etc/dnb/s.sh", 0, 0, 0755);
        link("/etc/l.sh", "/etc/dnb/s.sh");
        var verdict = check(true, "/etc/l.sh", 0, 0);
        assertEquals("/etc/l.sh", verdict.path());
        assertTrue(verdict.insecure());
    }

    @Test
    void linkedDirectoriesAreResolved() {
        link("/bin", "/usr/bin");
        assertEquals("/usr/bin/true", check(true, "/bin/true", 0, 0).path());
    }

    @Test
    void aNameWithoutSlashIsSearchedInPathWithAWarning() {
        var verdict = check(true, "true", 0, 0);
        assertTrue(verdict.usable());
        assertEquals("/usr/bin/true", verdict.path());
        assertFinding(verdict,
                "WARNING - script `true` resolved by path search to `/usr/bin/true`. Please specify full path.", "");
    }

    @Test
    void aNameThatPathDoesNotHaveIsDisabled() {
        var verdict = check(true, "nosuchprog", 0, 0);
        assertFalse(verdict.usable());
        assertFinding(verdict, "Cannot find script nosuchprog in path - disabling", "PATH is /usr/local/bin:/usr/bin");
        assertEquals("Disabling track script c since not found/accessible", verdict.disablingTrackScriptLine("c"));
    }

    @Test
    void aMissingFileIsNotAccessible() {
        var verdict = check(true, "/etc/nope/s.sh", 0, 0);
        assertFinding(verdict, "Script /etc/nope/s.sh cannot be accessed - No such file or directory",
                "/etc/nope does not exist");
        assertEquals("Disabling track script c since not found/accessible", verdict.disablingTrackScriptLine("c"));
    }

    @Test
    void aDirectoryThatTheUserMayNotEnterIsNamed() {
        directory("/etc/d700", 0, 0, 0700);
        file("/etc/d700/s.sh", 0, 0, 0755);
        assertTrue(check(true, "/etc/d700/s.sh", 0, 0).usable());
        assertFinding(check(true, "/etc/d700/s.sh", NOBODY, NOBODY),
                "Script /etc/d700/s.sh cannot be accessed - Permission denied",
                "/etc/d700 (mode 0700, owner 0:0): user 65534 may not enter it");
    }

    @Test
    void aScriptWithoutExecuteBitIsNotExecutableEvenForRoot() {
        file("/etc/s.sh", 0, 0, 0644);
        var verdict = check(true, "/etc/s.sh", 0, 0);
        assertFinding(verdict, "WARNING - script '/etc/s.sh' is not executable for uid:gid 0:0 - disabling.",
                "/etc/s.sh (mode 0644, owner 0:0): chmod 755");
        assertEquals("", verdict.disablingTrackScriptLine("c"));
    }

    @Test
    void theMostSpecificClassOfPermissionsDecides() {
        file("/etc/s.sh", 1000, 100, 0705);
        assertFalse(check(true, "/etc/s.sh", 7, 100).usable());
        assertFalse(check(true, "/etc/s.sh", 7, 7, 100).usable());
        assertTrue(check(true, "/etc/s.sh", 7, 7).usable());
        assertTrue(check(true, "/etc/s.sh", 1000, 100).usable());
    }

    @Test
    void aDirectoryIsAWrongFileType() {
        var verdict = check(true, "/usr/bin", 0, 0);
        assertFinding(verdict, "Wrong file type found in script path '/usr/bin'.", "/usr/bin is a directory");
        assertEquals("Disabling track script c due to insecure", verdict.disablingTrackScriptLine("c"));
    }

    @Test
    void theViolationLineTellsOfInsecureScripts() {
        assertEquals("SECURITY VIOLATION - scripts are being executed but script_security not enabled.",
                ScriptSecurity.violationLine(false));
        assertEquals(
                "SECURITY VIOLATION - scripts are being executed but script_security not enabled. There are insecure scripts.",
                ScriptSecurity.violationLine(true));
    }

    @Test
    void theHostsOwnFilesCanBeRead() {
        var verdict = new ScriptSecurity(true, System.getenv("PATH")).check(ScriptCommand.of(List.of("sh"), 0, 0));
        assertTrue(verdict.usable(), verdict.toString());
        assertTrue(verdict.path().endsWith("/sh"));
    }
}
